/**
 * Conversations: stored, then acknowledged, then seen, in one order for everybody and on any replica. {@code conversation}
 * knows who takes part, {@code message} stores and reads, {@code room} feeds the sockets of this replica, {@code socket}
 * talks to them.
 */
package dev.remotesupport.chat;
