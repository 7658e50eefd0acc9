/** The staff's consoles: told of every session and message of their organisation, whichever replica they are on. */
package dev.remotesupport.signaling.console;
