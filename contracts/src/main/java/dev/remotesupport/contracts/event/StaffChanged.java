package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.StaffRole;
import java.time.Instant;
import java.util.UUID;

/** A member of the staff was made or got another role. */
public record StaffChanged(UUID organisation, UUID staffId, long version, Instant at, StaffRole role)
        implements IdentityEvent {

    public StaffChanged {
        Facts.check(organisation, staffId, version, at);
        Bounds.present(role, "role");
    }

    @Override
    public String key() {
        return staffId.toString();
    }
}
