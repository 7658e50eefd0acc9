/** The queue as those see it who wait in it, and the consoles: where everybody stands, live. */
package dev.remotesupport.signaling.queue;
