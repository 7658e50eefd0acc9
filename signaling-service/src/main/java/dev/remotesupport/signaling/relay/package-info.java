/** What may pass, how often, and what becomes of it when a connection is slow: the rules of the relay and their bounds. */
package dev.remotesupport.signaling.relay;
