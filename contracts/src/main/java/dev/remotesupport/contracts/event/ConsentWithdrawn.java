package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer took a grant back at the relay, where it took effect at once.
 *
 * @param participantId the customer's participant that said so
 */
public record ConsentWithdrawn(
        UUID organisation, UUID sessionId, long version, Instant at, UUID participantId, Capability capability)
        implements SignalingEvent {

    public ConsentWithdrawn {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(participantId, "participantId");
        Bounds.present(capability, "capability");
    }
}
