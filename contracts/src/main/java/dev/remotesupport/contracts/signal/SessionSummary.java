package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.SessionState;
import java.util.UUID;

/** The session that a room belongs to. */
public record SessionSummary(UUID id, SessionState state) {

    public SessionSummary {
        Bounds.present(id, "id");
        Bounds.present(state, "state");
    }
}
