package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * Nothing happened in a session for long.
 *
 * @param endsAt when it ends unless somebody does something
 */
public record SessionIdleWarned(UUID organisation, UUID sessionId, long version, Instant at, Instant endsAt)
        implements SessionEvent {

    public SessionIdleWarned {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(endsAt, "endsAt");
    }
}
