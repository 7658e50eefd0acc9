package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionEnded;
import java.time.Instant;
import java.util.UUID;

/**
 * What is kept of an event.
 *
 * @param durationSeconds of a session that ended, else null
 */
record Fact(String topic, String key, long version, UUID organisation, String type, Instant at, Long durationSeconds) {

    static Fact of(Event event) {
        return new Fact(
                event.topic(),
                event.key(),
                event.version(),
                event.organisation(),
                event.type(),
                event.at(),
                event instanceof SessionEnded ended ? ended.durationSeconds() : null);
    }
}
