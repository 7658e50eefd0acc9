package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of the staff takes sessions from now on, or no longer.
 *
 * @param availability the member's own word
 * @param connected whether a console of the member's is open
 */
public record StaffAvailabilityChanged(
        UUID organisation, UUID staffId, long version, Instant at, Availability availability, boolean connected)
        implements DeskEvent {

    public StaffAvailabilityChanged {
        Facts.check(organisation, staffId, version, at);
        Bounds.present(availability, "availability");
    }
}
