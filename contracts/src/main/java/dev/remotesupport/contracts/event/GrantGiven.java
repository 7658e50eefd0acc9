package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer allowed a technician something, for a time.
 *
 * @param askedBy the member of the staff who asked, or null when the customer offered
 */
public record GrantGiven(
        UUID organisation,
        UUID sessionId,
        long version,
        Instant at,
        Capability capability,
        Instant expiresAt,
        @OrAbsent UUID askedBy)
        implements SessionEvent {

    public GrantGiven {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(capability, "capability");
        Bounds.present(expiresAt, "expiresAt");
    }
}
