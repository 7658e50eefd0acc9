package dev.remotesupport.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from now on. Everything it saw stays, in the order of each key. */
public final class EventCollector implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final List<CollectedEvent> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;
    private volatile boolean closed;

    private EventCollector(String topic) {
        reader = Thread.ofPlatform().daemon().name("collect-" + topic).start(() -> read(topic));
    }

    /** Begins to read; what is published after this call has returned is seen. */
    public static EventCollector on(String topic) {
        var collector = new EventCollector(topic);
        try {
            collector.ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return collector;
    }

    /** Everything seen so far. */
    public List<CollectedEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one type whose key is given, such as a session's id. */
    public List<CollectedEvent> events(String type, String key) {
        return events.stream()
                .filter(event -> event.type().equals(type) && key.equals(event.key()))
                .toList();
    }

    /** Waits up to ten seconds for an event. */
    @CanIgnoreReturnValue
    public CollectedEvent await(Predicate<CollectedEvent> wanted) {
        return await(wanted, Duration.ofSeconds(10));
    }

    /** Waits for an event; fails with what was seen instead. */
    @CanIgnoreReturnValue
    public CollectedEvent await(Predicate<CollectedEvent> wanted, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            var found = events.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("No such event within %s; seen: %s".formatted(patience, events));
            }
            pause();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);
            ready.countDown();
            while (!closed) {
                consumer.poll(POLL).forEach(message -> events.add(collected(message)));
            }
        } finally {
            ready.countDown();
        }
    }

    private static CollectedEvent collected(ConsumerRecord<String, String> message) {
        Map<String, String> headers = StreamSupport.stream(message.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, second) -> second));
        return new CollectedEvent(
                message.topic(), message.key(), headers.getOrDefault("ce_type", ""), headers, message.value());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an event", e);
        }
    }
}
