package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation got another plan or name, was suspended or let in again.
 *
 * @param plan the name of its plan
 * @param suspended whether its callers are locked out
 * @param maxConcurrentSessions how many customers' pages may be shared at once, or null where an older release tells it
 */
public record OrganisationChanged(
        UUID organisation,
        long version,
        Instant at,
        String plan,
        boolean suspended,
        @OrAbsent Integer maxConcurrentSessions)
        implements IdentityEvent {

    public OrganisationChanged {
        Facts.check(organisation, organisation, version, at);
        Bounds.code(plan, "plan");
        if (maxConcurrentSessions != null) {
            Bounds.range(maxConcurrentSessions, "maxConcurrentSessions", 0, Integer.MAX_VALUE);
        }
    }

    @Override
    public String key() {
        return organisation.toString();
    }
}
