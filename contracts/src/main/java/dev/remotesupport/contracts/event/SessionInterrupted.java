package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** One side of a session is away for the moment. */
public record SessionInterrupted(UUID organisation, UUID sessionId, long version, Instant at) implements SessionEvent {

    public SessionInterrupted {
        Facts.check(organisation, sessionId, version, at);
    }
}
