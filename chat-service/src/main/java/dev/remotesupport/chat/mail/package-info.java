/**
 * Mail: what is to be sent is stored first, in the transaction of what caused it, and sent by a lane of its own that tries
 * again for days; a mail server that is away loses nothing. Texts are masked, since messages are. Tells the organisation of
 * chats that nobody took.
 */
package dev.remotesupport.chat.mail;
