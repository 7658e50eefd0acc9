/** Random secrets, their hashes, and the key under which those are sealed that must be read again. */
package dev.remotesupport.gateway.secret;
