/** Access tokens (ES256, five minutes): their claims, the keys that sign them, and their check at the door. */
package dev.remotesupport.gateway.token;
