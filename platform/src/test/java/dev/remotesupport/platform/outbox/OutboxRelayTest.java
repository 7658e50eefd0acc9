package dev.remotesupport.platform.outbox;

import static dev.remotesupport.platform.TestEvents.ORGANISATION;
import static dev.remotesupport.platform.TestEvents.queued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.platform.TestDatabase;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.platform.tenancy.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final TestDatabase database = new TestDatabase();
    private final Pool pool = database.pool(4);
    private final Outbox outbox = new Outbox();
    private final Tenancy tenancy = new Tenancy(new Transactions(pool, outbox), database.service());
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final RecordingPublisher published = new RecordingPublisher();

    @AfterEach
    void stopRelays() {
        relays.forEach(OutboxRelay::stop);
        pool.closeAndAwait();
    }

    @Test
    void eventsOfAKeyArePublishedInTheirOrderAndThenGone() {
        start(outbox, published, poll(Duration.ofHours(1)));
        var sessions = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        for (long version = 1; version <= 20; version++) {
            for (var session : sessions) {
                append(session, version);
            }
        }

        await().untilAsserted(() -> assertThat(published.events).hasSize(60));
        for (var session : sessions) {
            assertThat(published.versionsOf(session)).containsExactlyElementsOf(versions(1, 20));
        }
        await().untilAsserted(() -> assertThat(rowsLeft()).isZero());
    }

    @Test
    void eventsAppendedTogetherKeepTheirOrder() {
        start(outbox, published, poll(Duration.ofHours(1)));
        var session = UUID.randomUUID();
        var events = LongStream.rangeClosed(1, 200)
                .mapToObj(version -> queued(session, version))
                .toList();

        tenancy.inTransaction(ORGANISATION, connection -> outbox.append(connection, events))
                .await()
                .indefinitely();

        await().untilAsserted(() -> assertThat(published.events).hasSize(200));
        assertThat(published.versionsOf(session)).containsExactlyElementsOf(versions(1, 200));
    }

    @Test
    void rolledBackChangePublishesNothing() {
        start(outbox, published, poll(Duration.ofMillis(20)));
        var session = UUID.randomUUID();

        var work = tenancy.inTransaction(
                ORGANISATION,
                connection -> outbox.append(connection, queued(session, 1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
        assertThatThrownBy(() -> work.await().indefinitely()).hasMessage("no");

        append(UUID.randomUUID(), 1);
        await().untilAsserted(() -> assertThat(published.events).hasSize(1));
        assertThat(published.versionsOf(session)).isEmpty();
    }

    @Test
    void publisherThatFailsIsTriedAgainWithoutLossOrReorder() {
        published.failNext(2);
        start(outbox, published, poll(Duration.ofMillis(20)));
        var session = UUID.randomUUID();

        LongStream.rangeClosed(1, 5).forEach(version -> append(session, version));

        await().untilAsserted(
                        () -> assertThat(published.versionsOf(session)).containsExactlyElementsOf(versions(1, 5)));
    }

    @Test
    void eventsOfAReplicaThatDiedAreFoundByPolling() {
        var session = UUID.randomUUID();
        append(session, 1);

        start(new Outbox(), published, poll(Duration.ofMillis(50)));

        await().untilAsserted(() -> assertThat(published.versionsOf(session)).containsExactly(1L));
    }

    @Test
    void relayPausedWhileItLosesItsLockDeletesNothingOfItsSuccessor() {
        var session = UUID.randomUUID();
        append(session, 1);
        var paused = new PausingPublisher();
        start(new Outbox(), paused, poll(Duration.ofMillis(20)));
        paused.reached.join();

        // Its connection is cut while it waits for Kafka: another relay takes the bucket and goes on.
        database.cutConnections();
        await().ignoreExceptions().untilAsserted(() -> append(session, 2));
        start(new Outbox(), published, poll(Duration.ofMillis(20)));
        await().untilAsserted(() -> assertThat(published.versionsOf(session)).containsExactly(1L, 2L));
        await().untilAsserted(() -> assertThat(rowsLeft()).isZero());
        append(session, 3);
        paused.goOn.complete(null);

        // What the paused one sends at most is a repetition of what it had read; version 3 comes exactly once after 2.
        await().untilAsserted(() -> assertThat(paused.after.versionsOf(session).size()
                        + published.versionsOf(session).size())
                .isEqualTo(3));
        await().untilAsserted(() -> assertThat(rowsLeft()).isZero());
    }

    @Test
    void twoRelaysPublishEachEventOnce() {
        start(outbox, published, poll(Duration.ofMillis(20)));
        start(new Outbox(), published, poll(Duration.ofMillis(20)));
        var sessions = LongStream.range(0, 50).mapToObj(i -> UUID.randomUUID()).toList();

        Multi.createFrom()
                .iterable(sessions)
                .onItem()
                .transformToUni(session -> tenancy.inTransaction(
                        ORGANISATION, connection -> outbox.append(connection, queued(session, 1))))
                .merge(8)
                .collect()
                .last()
                .await()
                .indefinitely();

        await().untilAsserted(() -> assertThat(rowsLeft()).isZero());
        assertThat(published.events).hasSize(50);
    }

    @Test
    void fullOutboxRefusesChangesUntilKafkaIsBack() {
        published.failNext(Integer.MAX_VALUE);
        append(UUID.randomUUID(), 1);
        outbox.full(true);

        assertThatThrownBy(() -> append(UUID.randomUUID(), 1)).hasMessageContaining("Try again");

        published.failNext(0);
        start(outbox, published, poll(Duration.ofMillis(20)));
        await().ignoreExceptions().untilAsserted(() -> append(UUID.randomUUID(), 1));
    }

    private void append(UUID session, long version) {
        tenancy.inTransaction(ORGANISATION, connection -> outbox.append(connection, queued(session, version)))
                .await()
                .indefinitely();
    }

    private void start(Outbox outbox, EventPublisher publisher, OutboxConfig config) {
        var relay = new OutboxRelay(pool, outbox, config, new SimpleMeterRegistry(), publisher);
        relays.add(relay);
        relay.start();
    }

    private long rowsLeft() {
        return pool.query("SELECT count(*) FROM outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<Long> versions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static OutboxConfig poll(Duration poll) {
        return new OutboxSettings(true, poll, 7, 1000, Duration.ofSeconds(5));
    }

    private static class RecordingPublisher implements EventPublisher {
        final List<OutgoingEvent> events = new CopyOnWriteArrayList<>();
        private volatile int failures;

        void failNext(int failures) {
            this.failures = failures;
        }

        @Override
        public Uni<Void> publish(List<OutgoingEvent> batch) {
            if (failures > 0) {
                failures--;
                return Uni.createFrom().failure(new IllegalStateException("Kafka is away"));
            }
            events.addAll(batch);
            return Uni.createFrom().voidItem();
        }

        List<Long> versionsOf(UUID session) {
            return events.stream()
                    .filter(event -> event.key().equals(session.toString()))
                    .map(OutgoingEvent::version)
                    .toList();
        }

        @Override
        public void close() {}
    }

    /** Stops at its first batch, as a process does that the machine has suspended. */
    private static final class PausingPublisher implements EventPublisher {
        final CompletableFuture<Void> reached = new CompletableFuture<>();
        final CompletableFuture<Void> goOn = new CompletableFuture<>();
        final RecordingPublisher after = new RecordingPublisher();

        @Override
        public Uni<Void> publish(List<OutgoingEvent> batch) {
            if (reached.complete(null)) {
                return Uni.createFrom().completionStage(goOn);
            }
            return after.publish(batch);
        }

        @Override
        public void close() {}
    }
}
