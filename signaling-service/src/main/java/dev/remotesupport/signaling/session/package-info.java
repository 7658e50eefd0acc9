/** session-service as this service sees it: its answers, and its events. */
package dev.remotesupport.signaling.session;
