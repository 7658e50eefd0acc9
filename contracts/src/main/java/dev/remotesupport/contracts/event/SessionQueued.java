package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A session joined the queue, or returned to its place there. */
public record SessionQueued(UUID organisation, UUID sessionId, long version, Instant at) implements SessionEvent {

    public SessionQueued {
        Facts.check(organisation, sessionId, version, at);
    }
}
