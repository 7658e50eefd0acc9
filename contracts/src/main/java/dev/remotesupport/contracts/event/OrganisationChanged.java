package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation got another plan or name, was suspended or let in again.
 *
 * @param plan the name of its plan
 * @param suspended whether its callers are locked out
 */
public record OrganisationChanged(UUID organisation, long version, Instant at, String plan, boolean suspended)
        implements IdentityEvent {

    public OrganisationChanged {
        Facts.check(organisation, organisation, version, at);
        Bounds.code(plan, "plan");
    }

    @Override
    public String key() {
        return organisation.toString();
    }
}
