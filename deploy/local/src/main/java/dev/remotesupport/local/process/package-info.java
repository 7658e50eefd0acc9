/** Keeps processes running, restarts one that dies, and leaves none behind. */
package dev.remotesupport.local.process;
