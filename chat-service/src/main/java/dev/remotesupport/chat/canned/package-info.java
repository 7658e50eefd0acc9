/** Canned answers: texts that staff write once and use often, with variables that the console fills in. */
package dev.remotesupport.chat.canned;
