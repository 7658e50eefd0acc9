package dev.remotesupport.platform;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.platform.event.CloudEventHeaders;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as a service would append them, and as Kafka would deliver them. */
public final class TestEvents {

    public static final UUID ORGANISATION = UUID.randomUUID();

    private TestEvents() {}

    public static SessionQueued queued(UUID session, long version) {
        return new SessionQueued(ORGANISATION, session, version, Instant.parse("2026-01-01T10:00:00Z"));
    }

    public static ConsumerRecord<String, String> delivered(SessionQueued event) {
        var record = new ConsumerRecord<>(event.topic(), 0, 0L, event.key(), EventJson.write(event));
        CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "/demo"));
        return record;
    }

    public static ConsumerRecord<String, String> poisonous(SessionQueued event) {
        var record = new ConsumerRecord<>(event.topic(), 0, 0L, event.key(), "{\"type\":\"Nonsense\"}");
        CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "/demo"));
        return record;
    }
}
