/** Staying signed in: refresh cookies that rotate, and the time after which they end. */
package dev.remotesupport.gateway.refresh;
