package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/** A member of the staff took a session. */
public record SessionAssigned(UUID organisation, UUID sessionId, long version, Instant at, UUID staffId)
        implements SessionEvent {

    public SessionAssigned {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(staffId, "staffId");
    }
}
