package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/** A call waits for a technician, for the first time or again. */
public record CallQueued(UUID organisation, UUID callId, long version, Instant at, UUID sessionId)
        implements CallEvent {

    public CallQueued {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
    }
}
