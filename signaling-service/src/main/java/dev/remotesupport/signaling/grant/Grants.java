package dev.remotesupport.signaling.grant;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The consents of one session, as its room knows them. Touched only by the room's loop. */
public final class Grants {

    private final Map<Capability, Grant> byCapability = new EnumMap<>(Capability.class);

    /** Who controls a page also sees it: control without view is not in force. */
    public boolean inForce(Capability capability, Instant now) {
        return given(capability, now) && (capability != Capability.CONTROL || given(Capability.VIEW, now));
    }

    public List<Grant> list(Instant now) {
        return byCapability.values().stream()
                .filter(grant -> grant.inForce(now))
                .toList();
    }

    void put(Grant grant) {
        byCapability.put(grant.capability(), grant);
    }

    /** Takes the grant out and gives what was there. */
    @CanIgnoreReturnValue
    Optional<Grant> remove(Capability capability) {
        return Optional.ofNullable(byCapability.remove(capability));
    }

    Optional<Grant> get(Capability capability) {
        return Optional.ofNullable(byCapability.get(capability));
    }

    /** What was given at this time or before. */
    Set<Capability> givenUntil(Instant at) {
        return byCapability.values().stream()
                .filter(grant -> !grant.givenAt().isAfter(at))
                .map(Grant::capability)
                .collect(Collectors.toSet());
    }

    /** Removes and gives those whose time has run out. */
    List<Capability> expire(Instant now) {
        List<Capability> expired = byCapability.values().stream()
                .filter(grant -> !grant.inForce(now))
                .map(Grant::capability)
                .toList();
        expired.forEach(byCapability::remove);
        return expired;
    }

    private boolean given(Capability capability, Instant now) {
        return get(capability).filter(grant -> grant.inForce(now)).isPresent();
    }
}
