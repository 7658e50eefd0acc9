package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/** A call goes on, or goes on ringing, with another member of the staff. */
public record CallTransferred(UUID organisation, UUID callId, long version, Instant at, UUID sessionId, UUID staffId)
        implements CallEvent {

    public CallTransferred {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
        Bounds.present(staffId, "staffId");
    }
}
