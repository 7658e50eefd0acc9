package dev.remotesupport.platform.event;

import dev.remotesupport.contracts.event.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * An event's metadata as Kafka headers, by the CloudEvents Kafka protocol binding in binary mode
 * (https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md). The organisation and the
 * aggregate's version are extension attributes.
 */
public final class CloudEventHeaders {

    private static final String SPEC_VERSION = "1.0";

    private CloudEventHeaders() {}

    public static void write(Headers headers, EventMetadata metadata) {
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", metadata.id().toString());
        put(headers, "ce_type", metadata.type());
        put(headers, "ce_source", metadata.source());
        put(headers, "ce_subject", metadata.key());
        put(headers, "ce_time", metadata.at().toString());
        put(headers, "ce_organisation", metadata.organisation().toString());
        put(headers, "ce_aggregateversion", Long.toString(metadata.version()));
        put(headers, "content-type", "application/json");
    }

    /** @throws IllegalArgumentException when a header is missing or malformed: not an event of ours */
    public static EventMetadata read(ConsumerRecord<String, String> record) {
        var headers = record.headers();
        try {
            return new EventMetadata(
                    UUID.fromString(get(headers, "ce_id")),
                    get(headers, "ce_type"),
                    UUID.fromString(get(headers, "ce_organisation")),
                    record.key(),
                    Long.parseLong(get(headers, "ce_aggregateversion")),
                    Instant.parse(get(headers, "ce_time")),
                    get(headers, "ce_source"));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a CloudEvent of this suite: " + e.getMessage(), e);
        }
    }

    private static void put(Headers headers, String name, String value) {
        var unused = headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
