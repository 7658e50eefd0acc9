/** API keys of other systems, and their exchange for short tokens at the door. */
package dev.remotesupport.gateway.key;
