package dev.remotesupport.platform.inbox;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.EventMetadata;
import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.platform.event.CloudEventHeaders;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies events once. What is not newer than the last version applied of its key is a repetition and is skipped; an event
 * that cannot be applied is parked together with all that follow of its key, counted and logged, while other keys go on.
 * While Postgres is away it waits, and so does the consumer.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private static final String ADMIT = """
            WITH parked AS MATERIALIZED (
              SELECT FROM parked_event WHERE consumer = $1 AND topic = $2 AND event_key = $3 LIMIT 1),
            admitted AS (
              INSERT INTO inbox AS seen (consumer, topic, event_key, version)
              SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM parked)
              ON CONFLICT (consumer, topic, event_key) DO UPDATE SET version = excluded.version
                WHERE seen.version < excluded.version
              RETURNING 1)
            SELECT EXISTS (SELECT FROM parked) AS parked, EXISTS (SELECT FROM admitted) AS admitted,
                   set_config('app.organisation', $5, true)
            """;
    private static final String PARK = """
            INSERT INTO parked_event (consumer, topic, event_key, version, payload, reason) VALUES ($1, $2, $3, $4, $5, $6)
            """;

    private final Transactions transactions;
    private final Counter applied;
    private final Counter repeated;
    private final Counter parked;

    @Inject
    public Inbox(Transactions transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.applied = meters.counter("remote_support.inbox.events", "outcome", "applied");
        this.repeated = meters.counter("remote_support.inbox.events", "outcome", "repeated");
        this.parked = meters.counter("remote_support.inbox.events", "outcome", "parked");
    }

    /**
     * Applies a batch in one transaction. Each event's {@code work} sees its own organisation only.
     *
     * @param consumer the name under which versions are remembered; it stays the same over releases
     */
    public Uni<Void> consume(
            String consumer,
            ConsumerRecords<String, String> records,
            BiFunction<SqlConnection, ReceivedEvent, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> transactions.run(connection -> Multi.createFrom()
                        .iterable(records)
                        .onItem()
                        .transformToUniAndConcatenate(record -> apply(connection, consumer, record, work))
                        .collect()
                        .last()
                        .replaceWithVoid()))
                .onFailure(Inbox::mayPass)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                // One of them is poison: each for itself then, so that only the poisonous key is parked.
                .onFailure()
                .recoverWithUni(() -> Multi.createFrom()
                        .iterable(records)
                        .onItem()
                        .transformToUniAndConcatenate(record -> consume(consumer, record, work))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Applies one event in a transaction of its own. */
    public Uni<Void> consume(
            String consumer,
            ConsumerRecord<String, String> record,
            BiFunction<SqlConnection, ReceivedEvent, Uni<Void>> work) {
        return untilPostgresIsThere(() -> transactions.run(connection -> apply(connection, consumer, record, work)))
                .onFailure()
                .recoverWithUni(failure -> untilPostgresIsThere(
                        () -> transactions.run(connection -> park(connection, consumer, record, failure))));
    }

    private static Uni<Void> untilPostgresIsThere(Supplier<Uni<Void>> attempt) {
        return Uni.createFrom()
                .deferred(() -> attempt.get())
                .onFailure(Inbox::mayPass)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    /** Postgres or the outbox's room is away for the moment: the event is as good as before. */
    private static boolean mayPass(Throwable failure) {
        return PostgresFailures.isTransient(failure)
                || failure instanceof ProblemException problem && problem.kind().status() == 503;
    }

    private Uni<Void> apply(
            SqlConnection connection,
            String consumer,
            ConsumerRecord<String, String> record,
            BiFunction<SqlConnection, ReceivedEvent, Uni<Void>> work) {
        var metadata = CloudEventHeaders.read(record);
        return connection
                .preparedQuery(ADMIT)
                .execute(Tuple.of(
                        consumer,
                        record.topic(),
                        record.key(),
                        metadata.version(),
                        metadata.organisation().toString()))
                .map(rows -> rows.iterator().next())
                .chain(row -> {
                    if (row.getBoolean("parked")) {
                        return park(connection, consumer, record, "an earlier event of this key is parked");
                    }
                    if (!row.getBoolean("admitted")) {
                        repeated.increment();
                        return Uni.createFrom().voidItem();
                    }
                    return work.apply(connection, received(metadata, record)).invoke(() -> applied.increment());
                });
    }

    private static ReceivedEvent received(EventMetadata metadata, ConsumerRecord<String, String> record) {
        return new ReceivedEvent(metadata, EventJson.read(record.value()));
    }

    private Uni<Void> park(
            SqlConnection connection, String consumer, ConsumerRecord<String, String> record, Throwable failure) {
        // The payload may hold what caused the failure, the message may quote it: only the kind of failure is logged.
        LOG.errorf(
                "event parked consumer=%s topic=%s key=%s offset=%d failure=%s",
                consumer,
                record.topic(),
                record.key(),
                record.offset(),
                failure.getClass().getName());
        return park(connection, consumer, record, String.valueOf(failure.getMessage()));
    }

    private Uni<Void> park(
            SqlConnection connection, String consumer, ConsumerRecord<String, String> record, String reason) {
        var key = record.key() == null ? UUID.randomUUID().toString() : record.key();
        return connection
                .preparedQuery(PARK)
                .execute(Tuple.from(new Object[] {
                    consumer, record.topic(), key, version(record), String.valueOf(record.value()), reason
                }))
                .invoke(() -> parked.increment())
                .replaceWithVoid();
    }

    private static long version(ConsumerRecord<String, String> record) {
        try {
            return CloudEventHeaders.read(record).version();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
