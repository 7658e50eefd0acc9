/** Files that are sent in conversations: uploaded first, then referred to by a message; what no message refers to is swept. */
package dev.remotesupport.chat.attachment;
