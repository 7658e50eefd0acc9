package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * What surrounds an event on its way, as CloudEvents headers on Kafka.
 *
 * @param id the same when an event is delivered again
 * @param source the service that it came from
 */
public record EventMetadata(
        UUID id, String type, UUID organisation, String key, long version, Instant at, String source) {

    /** The metadata of an event that {@code source} sends for the first time. */
    public static EventMetadata of(UUID id, Event event, String source) {
        return new EventMetadata(
                id, event.type(), event.organisation(), event.key(), event.version(), event.at(), source);
    }
}
