package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation was created.
 *
 * @param plan the name of its plan
 * @param maxConcurrentSessions how many customers' pages may be shared at once, or null where an older release tells it
 */
public record OrganisationCreated(
        UUID organisation,
        long version,
        Instant at,
        String plan,
        @OrAbsent Integer maxConcurrentSessions) implements IdentityEvent {

    public OrganisationCreated {
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
