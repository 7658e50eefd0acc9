/** The frames of {@code /ws/chat}: one conversation. */
package dev.remotesupport.contracts.chat;
