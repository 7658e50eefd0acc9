/** Passes requests and sockets on to the services, by an explicit list of what may pass. */
package dev.remotesupport.gateway.proxy;
