package dev.remotesupport.session;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.platform.event.CloudEventHeaders;
import dev.remotesupport.testkit.TestKafka;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of other services, published as those do. */
public final class Published {

    private Published() {}

    /** What is no event of this suite. */
    public static void text(String topic, String key, String text) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, key, text));
        }
    }

    /** Returns when Kafka has them all, in this order. */
    public static void events(Event... events) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var event : events) {
                var message = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
                CloudEventHeaders.write(
                        message.headers(), EventMetadata.of(UUID.randomUUID(), event, "another-service"));
                var unused = producer.send(message).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
