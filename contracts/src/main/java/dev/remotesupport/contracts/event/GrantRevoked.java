package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A grant was taken back.
 *
 * @param revokedBy the side that took it back, or null when the system did
 */
public record GrantRevoked(
        UUID organisation,
        UUID sessionId,
        long version,
        Instant at,
        Capability capability,
        @OrAbsent Seat revokedBy) implements SessionEvent {

    public GrantRevoked {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(capability, "capability");
    }
}
