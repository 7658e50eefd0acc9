package dev.remotesupport.testkit;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.platform.event.CloudEventHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of other services, published as those do. */
public final class Published {

    private Published() {}

    /** Returns when Kafka has them all, in this order. */
    public static void events(Event... events) {
        events(List.of(events));
    }

    /** As {@link #events(Event...)}. */
    public static void events(List<? extends Event> events) {
        send(events.stream().map(Published::record).toList());
    }

    /** What is no event of this suite. */
    public static void text(String topic, String key, String text) {
        send(List.of(new ProducerRecord<>(topic, key, text)));
    }

    private static ProducerRecord<String, String> record(Event event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
        CloudEventHeaders.write(record.headers(), EventMetadata.of(UUID.randomUUID(), event, "another-service"));
        return record;
    }

    private static void send(List<ProducerRecord<String, String>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                var unused = sent.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
