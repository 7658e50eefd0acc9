/** The call of a room's session: how it stands, and who may speak in it. */
package dev.remotesupport.signaling.call;
