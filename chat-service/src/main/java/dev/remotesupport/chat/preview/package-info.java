/** What a waiting customer has written, for those of the staff to whom it may come. */
package dev.remotesupport.chat.preview;
