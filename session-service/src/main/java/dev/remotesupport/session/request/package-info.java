/** Asking for help: who asks, in whose name, and that nobody waits twice. */
package dev.remotesupport.session.request;
