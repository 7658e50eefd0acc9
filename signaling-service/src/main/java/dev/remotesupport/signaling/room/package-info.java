/**
 * Sessions' rooms: where participants meet, on one replica at a time. A connection comes through the door and the socket
 * into its room, whose one switch decides about every message.
 */
package dev.remotesupport.signaling.room;
