package dev.remotesupport.platform.outbox;

import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.platform.event.CloudEventHeaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events with an idempotent producer, as CloudEvents in Kafka's binary mode. */
final class KafkaPublisher implements EventPublisher {

    private final Map<String, Object> settings;
    private final String source;
    private final Duration timeout;
    private KafkaProducer<String, String> producer;

    KafkaPublisher(String bootstrapServers, String service, Duration timeout) {
        this.source = "/" + service + "-service";
        this.timeout = timeout;
        this.settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                service + "-outbox",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                8L * 1024 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                timeout.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis() / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) timeout.toMillis(),
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1000L);
    }

    @Override
    public Uni<Void> publish(List<OutgoingEvent> events) {
        // send() waits for metadata while Kafka is away, so it stays off the event loop.
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> sendAndWait(events))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private synchronized void sendAndWait(List<OutgoingEvent> events) {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        var acknowledgements =
                events.stream().map(this::record).map(producer::send).toList();
        producer.flush();
        for (var acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    private void await(Future<RecordMetadata> acknowledgement) {
        try {
            var unused = acknowledgement.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take an event: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while publishing", e);
        }
    }

    private ProducerRecord<String, String> record(OutgoingEvent event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        CloudEventHeaders.write(record.headers(), metadata(event));
        return record;
    }

    private EventMetadata metadata(OutgoingEvent event) {
        return new EventMetadata(
                event.eventId(),
                event.type(),
                event.organisation(),
                event.key(),
                event.version(),
                event.at().toInstant(),
                source);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
