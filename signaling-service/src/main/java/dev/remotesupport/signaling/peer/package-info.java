/** Two browsers on their way to each other: what they agree on passes through the room, the picture itself does not. */
package dev.remotesupport.signaling.peer;
