/** How far each side of a conversation has come: delivered, read, and what that leaves unread. */
package dev.remotesupport.chat.progress;
