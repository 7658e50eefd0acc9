/** Conversations and who takes part in them: opened on first use, closed with their session. */
package dev.remotesupport.chat.conversation;
