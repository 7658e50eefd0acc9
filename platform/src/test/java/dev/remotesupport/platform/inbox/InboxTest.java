package dev.remotesupport.platform.inbox;

import static dev.remotesupport.platform.TestEvents.ORGANISATION;
import static dev.remotesupport.platform.TestEvents.delivered;
import static dev.remotesupport.platform.TestEvents.poisonous;
import static dev.remotesupport.platform.TestEvents.queued;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.platform.TestDatabase;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.outbox.OutboxWakes;
import dev.remotesupport.platform.tenancy.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final TestDatabase database = new TestDatabase();
    private final Pool pool = database.pool(2);
    private final Outbox outbox = new Outbox();
    private final Transactions transactions = new Transactions(pool, outbox);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Inbox inbox = new Inbox(transactions, meters);
    private final UUID session = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @AfterEach
    void close() {
        pool.closeAndAwait();
    }

    @Test
    void repetitionsAndLateOldVersionsAreAppliedOnce() {
        consume(
                delivered(queued(session, 1)),
                delivered(queued(session, 2)),
                delivered(queued(session, 2)),
                delivered(queued(session, 1)),
                delivered(queued(session, 3)));

        assertThat(applied()).containsExactly("1", "2", "3");
    }

    @Test
    void restartedConsumerSkipsWhatItHadApplied() {
        consume(delivered(queued(session, 1)), delivered(queued(session, 2)));

        var restarted = new Inbox(transactions, meters);
        restarted
                .consume("test", records(delivered(queued(session, 1)), delivered(queued(session, 3))), this::apply)
                .await()
                .indefinitely();

        assertThat(applied()).containsExactly("1", "2", "3");
    }

    @Test
    void poisonParksItsKeyAndWhatFollowsWhileOthersGoOn() {
        consume(
                delivered(queued(session, 1)),
                poisonous(queued(session, 2)),
                delivered(queued(session, 3)),
                delivered(queued(other, 1)));

        assertThat(applied()).containsExactly("1", "1");
        assertThat(parkedVersions()).containsExactly(2L, 3L);
        assertThat(meters.counter("remote_support.inbox.events", "outcome", "parked")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void recordThatIsNoEventOfOursIsParkedToo() {
        consume(new ConsumerRecord<>("session.events.v1", 0, 0L, null, "hello"), delivered(queued(other, 1)));

        assertThat(applied()).containsExactly("1");
        assertThat(parkedVersions()).containsExactly(-1L);
    }

    @Test
    void failedWorkLeavesNoTraceOfItsVersion() {
        inbox.consume(
                        "test",
                        records(delivered(queued(session, 1))),
                        (connection, event) -> apply(connection, event)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("poison"))))
                .await()
                .indefinitely();

        assertThat(applied()).isEmpty();
        assertThat(parkedVersions()).containsExactly(1L);
    }

    @Test
    void eventThatAConsumerAppendsWakesTheRelay() {
        var wakes = new AtomicInteger();
        OutboxWakes.count(outbox, wakes);

        inbox.consume(
                        "test",
                        records(delivered(queued(session, 1))),
                        (connection, event) -> outbox.append(connection, queued(other, 1)))
                .await()
                .indefinitely();

        assertThat(wakes).hasValue(1);
    }

    @Test
    void waitsWhilePostgresIsAway() {
        TestDatabase.stopPostgres();
        var consumed = inbox.consume("test", records(delivered(queued(session, 1))), this::apply)
                .subscribeAsCompletionStage();

        TestDatabase.startPostgres();
        consumed.join();

        assertThat(applied()).containsExactly("1");
        assertThat(parkedVersions()).isEmpty();
    }

    @SafeVarargs
    private void consume(ConsumerRecord<String, String>... records) {
        inbox.consume("test", records(records), this::apply).await().indefinitely();
    }

    @SafeVarargs
    private static ConsumerRecords<String, String> records(ConsumerRecord<String, String>... records) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition("session.events.v1", 0), Arrays.asList(records)), Map.of());
    }

    private Uni<Void> apply(SqlConnection connection, ReceivedEvent event) {
        return connection
                .preparedQuery("INSERT INTO note (organisation_id, text) VALUES ($1, $2)")
                .execute(Tuple.of(
                        event.metadata().organisation(),
                        Long.toString(event.metadata().version())))
                .replaceWithVoid();
    }

    private List<String> applied() {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("SELECT set_config('app.organisation', $1, true)")
                        .execute(Tuple.of(ORGANISATION.toString()))
                        .chain(() -> connection
                                .query("SELECT text FROM note ORDER BY id")
                                .execute())
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getString(0))
                                .toList()))
                .await()
                .indefinitely();
    }

    private List<Long> parkedVersions() {
        var rows = pool.query("SELECT version FROM parked_event ORDER BY id").executeAndAwait();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong(0))
                .toList();
    }
}
