/** An open socket and its client, whatever it is for: bounds, rates, tokens, and how it ends. */
package dev.remotesupport.signaling.socket;
