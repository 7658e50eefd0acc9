package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallOutcome;
import dev.remotesupport.contracts.OrAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * A call is over.
 *
 * @param reason a code, never free text
 * @param answeredAt when it was first answered, or null if it never was
 * @param durationSeconds from the first answer to the end by the server's clock, 0 if nobody answered
 * @param score the mean of its quality from 1 to 5, 5 is best, or null if it was not measured
 */
public record CallEnded(
        UUID organisation,
        UUID callId,
        long version,
        Instant at,
        UUID sessionId,
        CallOutcome outcome,
        String reason,
        @OrAbsent Instant answeredAt,
        Instant endedAt,
        long durationSeconds,
        @OrAbsent Double score)
        implements CallEvent {

    public CallEnded {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
        Bounds.present(outcome, "outcome");
        Bounds.code(reason, "reason");
        Bounds.present(endedAt, "endedAt");
        Bounds.counter(durationSeconds, "durationSeconds", 0);
        if (score != null) {
            Bounds.range(score, "score", 1.0, 5.0);
        }
    }
}
