package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/**
 * Both sides of a call speak.
 *
 * @param answeredAt when it was answered for the first time
 */
public record CallAnswered(
        UUID organisation, UUID callId, long version, Instant at, UUID sessionId, UUID staffId, Instant answeredAt)
        implements CallEvent {

    public CallAnswered {
        Facts.check(organisation, callId, version, at);
        Bounds.present(sessionId, "sessionId");
        Bounds.present(staffId, "staffId");
        Bounds.present(answeredAt, "answeredAt");
    }
}
