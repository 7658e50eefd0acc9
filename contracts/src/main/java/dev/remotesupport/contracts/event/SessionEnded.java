package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A session ended for good.
 *
 * @param reason a code, never free text
 * @param connectedAt when a technician first helped, or null if none did
 * @param durationSeconds from connecting to the end, 0 if it never connected
 */
public record SessionEnded(
        UUID organisation,
        UUID sessionId,
        long version,
        Instant at,
        String reason,
        @OrAbsent Instant connectedAt,
        Instant endedAt,
        long durationSeconds)
        implements SessionEvent {

    public SessionEnded {
        Facts.check(organisation, sessionId, version, at);
        Bounds.present(endedAt, "endedAt");
        Bounds.code(reason, "reason");
        Bounds.counter(durationSeconds, "durationSeconds", 0);
    }
}
