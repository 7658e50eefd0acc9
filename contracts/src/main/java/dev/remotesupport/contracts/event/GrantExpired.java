package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import java.time.Instant;
import java.util.UUID;

/** A grant ran out. */
public record GrantExpired(UUID organisation, UUID sessionId, long version, Instant at, Capability capability)
        implements SessionEvent {

    public GrantExpired {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(capability, "capability");
    }
}
