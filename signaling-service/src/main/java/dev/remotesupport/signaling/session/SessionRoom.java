package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.signal.SignalFromServer.CallChanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A session as session-service knows it, as far as its room needs it.
 *
 * @param call one that waits, rings or is active, or null
 */
public record SessionRoom(
        UUID sessionId, UUID organisation, SessionState state, long version, List<Grant> grants, StoredCall call) {

    public SessionRoom {
        grants = grants == null ? List.of() : List.copyOf(grants);
    }

    /** How the session's call stands. */
    public record StoredCall(
            UUID id, CallState state, long version, UUID staffId, Seat ringsAt, Instant expiresAt, Instant answeredAt) {

        public CallChanged asNews() {
            return new CallChanged(id, state, version, staffId, ringsAt, expiresAt, answeredAt, null);
        }
    }
}
