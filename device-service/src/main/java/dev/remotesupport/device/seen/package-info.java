/** Follows the rooms of the signaling service: which device came, and which is gone. */
package dev.remotesupport.device.seen;
