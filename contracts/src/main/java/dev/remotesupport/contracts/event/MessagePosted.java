package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A message was stored.
 *
 * @param sequence its place in the conversation, from 1 on without gaps
 * @param senderKind what kind of caller wrote it
 * @param seat the side that it came from
 * @param internal whether it is a note that staff alone see; null means no
 */
public record MessagePosted(
        UUID organisation,
        UUID conversationId,
        long version,
        Instant at,
        UUID messageId,
        long sequence,
        CallerKind senderKind,
        Seat seat,
        @OrAbsent Boolean internal)
        implements ChatEvent {

    public MessagePosted {
        Facts.check(organisation, conversationId, version, at);
        Bounds.present(messageId, "messageId");
        Bounds.present(senderKind, "senderKind");
        Bounds.present(seat, "seat");
        Bounds.counter(sequence, "sequence", 1);
    }

    /** A message for everybody in the conversation. */
    public MessagePosted(
            UUID organisation,
            UUID conversationId,
            long version,
            Instant at,
            UUID messageId,
            long sequence,
            CallerKind senderKind,
            Seat seat) {
        this(organisation, conversationId, version, at, messageId, sequence, senderKind, seat, null);
    }
}
