package dev.remotesupport.platform.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One row of the outbox on its way to Kafka. */
record OutgoingEvent(
        long id,
        UUID eventId,
        String topic,
        String key,
        long version,
        String type,
        UUID organisation,
        String payload,
        OffsetDateTime at) {

    static OutgoingEvent from(Row row) {
        return new OutgoingEvent(
                row.getLong("id"),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("event_key"),
                row.getLong("event_version"),
                row.getString("type"),
                row.getUUID("organisation_id"),
                row.getString("payload"),
                row.getOffsetDateTime("created_at"));
    }
}
