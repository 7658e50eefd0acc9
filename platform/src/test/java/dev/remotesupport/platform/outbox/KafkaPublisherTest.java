package dev.remotesupport.platform.outbox;

import static dev.remotesupport.platform.TestEvents.ORGANISATION;
import static dev.remotesupport.platform.TestEvents.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.embedded.EmbeddedKafka;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.platform.TestDatabase;
import dev.remotesupport.platform.event.CloudEventHeaders;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    @Test
    void publishesCloudEventsAndComesBackWhenKafkaDoes() {
        var data = TestDatabase.temporary().resolve("kafka");
        int port = Ports.free();
        var kafka = EmbeddedKafka.start(data, port);
        var session = UUID.randomUUID();
        try (var publisher = new KafkaPublisher(kafka.bootstrapServers(), "demo", Duration.ofSeconds(2))) {
            publisher
                    .publish(List.of(event(session, 1), event(session, 2)))
                    .await()
                    .indefinitely();

            kafka.close();
            assertThatThrownBy(() -> publisher
                            .publish(List.of(event(session, 3)))
                            .await()
                            .indefinitely())
                    .hasMessageContaining("Kafka did not take an event");
            var restarted = EmbeddedKafka.start(data, port);
            kafka = restarted;

            await().ignoreExceptions()
                    .untilAsserted(() -> publisher
                            .publish(List.of(event(session, 3)))
                            .await()
                            .indefinitely());
            var received = receive(kafka.bootstrapServers(), 3);
            assertThat(received).extracting(ConsumerRecord::key).containsOnly(session.toString());
            assertThat(received.stream()
                            .map(record -> CloudEventHeaders.read(record).version())
                            .distinct())
                    .containsExactly(1L, 2L, 3L);
            var first = CloudEventHeaders.read(received.getFirst());
            assertThat(first.type()).isEqualTo("SessionQueued");
            assertThat(first.organisation()).isEqualTo(ORGANISATION);
            assertThat(first.source()).isEqualTo("/demo-service");
            assertThat(EventJson.read(received.getFirst().value())).isEqualTo(queued(session, 1));
        } finally {
            kafka.close();
        }
    }

    private static OutgoingEvent event(UUID session, long version) {
        var row = Outbox.OutboxRow.of(queued(session, version));
        return new OutgoingEvent(
                version,
                UUID.randomUUID(),
                row.topic(),
                row.key(),
                row.version(),
                row.type(),
                row.organisation(),
                row.payload(),
                OffsetDateTime.now());
    }

    private static List<ConsumerRecord<String, String>> receive(String servers, int count) {
        var received = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("session.events.v1"));
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(received::add);
                assertThat(received).hasSizeGreaterThanOrEqualTo(count);
            });
        }
        return received;
    }
}
