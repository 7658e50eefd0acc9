package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.SessionState;
import java.util.List;
import java.util.UUID;

/** A session as session-service knows it, as far as its room needs it. */
public record SessionRoom(UUID sessionId, UUID organisation, SessionState state, long version, List<Grant> grants) {

    public SessionRoom {
        grants = grants == null ? List.of() : List.copyOf(grants);
    }
}
