/** A conversation by mail, to its customer or from its staff. Internal notes are never in it. */
package dev.remotesupport.chat.transcript;
