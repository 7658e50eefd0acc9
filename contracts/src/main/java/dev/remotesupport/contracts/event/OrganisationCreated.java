package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * An organisation was created.
 *
 * @param plan the name of its plan
 */
public record OrganisationCreated(UUID organisation, long version, Instant at, String plan) implements IdentityEvent {

    public OrganisationCreated {
        Facts.check(organisation, organisation, version, at);
        Bounds.code(plan, "plan");
    }

    @Override
    public String key() {
        return organisation.toString();
    }
}
