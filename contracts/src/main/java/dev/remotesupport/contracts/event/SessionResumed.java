package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A session goes on after an interruption. */
public record SessionResumed(UUID organisation, UUID sessionId, long version, Instant at) implements SessionEvent {

    public SessionResumed {
        Facts.check(organisation, sessionId, version, at);
    }
}
