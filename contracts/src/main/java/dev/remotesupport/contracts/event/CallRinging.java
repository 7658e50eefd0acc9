package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A call rings on one side, for a short time.
 *
 * @param staffId at whom it rings, or who calls the customer
 * @param ringsAt the side that may answer
 * @param expiresAt when it rings no more
 */
public record CallRinging(
        UUID organisation,
        UUID callId,
        long version,
        Instant at,
        UUID sessionId,
        UUID staffId,
        Seat ringsAt,
        Instant expiresAt)
        implements CallEvent {

    public CallRinging {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
        Bounds.present(staffId, "staffId");
        Bounds.present(ringsAt, "ringsAt");
        Bounds.present(expiresAt, "expiresAt");
    }
}
