/**
 * The edge: the only listener that the outside reaches. It owns identity (organisations, accounts, sites, visitors, keys),
 * checks every request at the door, passes it on to the services, and serves the web.
 */
package dev.remotesupport.gateway;
