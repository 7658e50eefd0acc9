package dev.remotesupport.signaling.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.signaling.relay.RelayRule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the customer's consent allows. */
public final class GrantPolicy {

    private GrantPolicy() {}

    /** Whether a message of this kind may pass now. */
    public static boolean mayPass(RelayRule rule, Grants grants, Instant now) {
        return rule.needs().map(capability -> grants.inForce(capability, now)).orElse(true);
    }

    /** Whether two browsers may agree on a live picture of this kind now. */
    public static boolean mayShow(Capability capability, Grants grants, Instant now) {
        return capability.isMedia() && grants.inForce(capability, now);
    }

    /** Those of the stored grants that still count: not revoked there, and not withdrawn here since they were given. */
    static List<Grant> counting(Collection<Grant> stored, Map<Capability, Instant> withdrawn) {
        return stored.stream()
                .filter(grant -> grant.revokedAt() == null)
                .filter(grant -> grant.givenAt().isAfter(withdrawn.getOrDefault(grant.capability(), Instant.MIN)))
                .toList();
    }

    /** What goes with a revocation: without sight there is no control, and sight given again does not bring it back. */
    static Set<Capability> revokedTogether(Capability capability) {
        return capability == Capability.VIEW ? Set.of(Capability.VIEW, Capability.CONTROL) : Set.of(capability);
    }
}
