/**
 * The way from a commit to the sockets. What this replica committed comes from memory; what others did is announced by
 * {@code NOTIFY} and fetched. A feed hands its socket the next messages when it has taken the ones before.
 */
package dev.remotesupport.chat.room;
