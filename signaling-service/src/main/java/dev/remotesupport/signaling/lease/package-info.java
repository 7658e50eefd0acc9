/** Which replica serves which room: the leases in Postgres and this replica's keeping of its own. */
package dev.remotesupport.signaling.lease;
