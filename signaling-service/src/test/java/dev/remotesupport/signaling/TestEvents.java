package dev.remotesupport.signaling;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.testkit.TestKafka;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events of the other services, on the real topics. */
public final class TestEvents {

    private TestEvents() {}

    public static void publish(Event event) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            var unused = producer.send(new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
