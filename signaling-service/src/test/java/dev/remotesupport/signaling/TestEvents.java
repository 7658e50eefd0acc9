package dev.remotesupport.signaling;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.platform.event.CloudEventHeaders;
import dev.remotesupport.testkit.TestKafka;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of the other services, on the real topics. */
public final class TestEvents {

    private TestEvents() {}

    /** All are there when this returns. */
    public static void publish(Event... events) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new StringSerializer())) {
            for (Event event : events) {
                var record = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
                CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "test"));
                var unused = producer.send(record);
            }
            producer.flush();
        }
    }
}
