/** Who is in a room, and what Postgres and the other services are told of coming and going. */
package dev.remotesupport.signaling.participant;
