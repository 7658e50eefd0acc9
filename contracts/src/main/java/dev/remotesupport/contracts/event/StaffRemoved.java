package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A member of the staff left the organisation. */
public record StaffRemoved(UUID organisation, UUID staffId, long version, Instant at) implements IdentityEvent {

    public StaffRemoved {
        Facts.check(organisation, staffId, version, at);
    }

    @Override
    public String key() {
        return staffId.toString();
    }
}
