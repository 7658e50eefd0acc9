package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.UUID;

/**
 * A call goes on, or goes on ringing, with another member of the staff.
 *
 * @param state as before
 * @param ringsAt the side that may answer, or null
 * @param expiresAt when it rings no more, or null
 */
public record CallTransferred(
        UUID organisation,
        UUID callId,
        long version,
        Instant at,
        UUID sessionId,
        UUID staffId,
        CallState state,
        @OrAbsent Seat ringsAt,
        @OrAbsent Instant expiresAt)
        implements CallEvent {

    public CallTransferred {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
        Bounds.present(staffId, "staffId");
        Bounds.present(state, "state");
    }
}
