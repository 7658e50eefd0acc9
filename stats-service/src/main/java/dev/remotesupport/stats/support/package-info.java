/** The figures of the support desk: chats and calls, how long people waited and were helped, what they thought of it. */
package dev.remotesupport.stats.support;
