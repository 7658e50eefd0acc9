/** Finds messages by their words. The words are taken in a moment after their messages, so that storing one pays nothing. */
package dev.remotesupport.chat.search;
