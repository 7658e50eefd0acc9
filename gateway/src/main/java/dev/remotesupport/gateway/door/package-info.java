/** What every request passes first: closed paths, limits, identity, origin. Denied unless something here allows it. */
package dev.remotesupport.gateway.door;
