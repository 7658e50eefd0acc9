/** Random secrets, their hashes, and the encryption of what must be read again. */
package dev.remotesupport.gateway.secret;
