package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * One member of the staff may accept a session, for a short time.
 *
 * @param expiresAt when it returns to its place in the queue
 */
public record SessionOffered(
        UUID organisation, UUID sessionId, long version, Instant at, UUID staffId, Instant expiresAt)
        implements SessionEvent {

    public SessionOffered {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(staffId, "staffId");
        Bounds.present(expiresAt, "expiresAt");
    }
}
