package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * The customer rated a session, once.
 *
 * @param rating from 1 to 5, 5 is best
 */
public record SessionRated(UUID organisation, UUID sessionId, long version, Instant at, int rating)
        implements SessionEvent {

    public SessionRated {
        Facts.check(organisation, sessionId, version, at);
        Bounds.range(rating, "rating", 1, 5);
    }
}
