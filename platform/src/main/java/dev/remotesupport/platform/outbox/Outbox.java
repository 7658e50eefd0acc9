package dev.remotesupport.platform.outbox;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Keeps events in the transaction of the change they tell of, so that neither exists without the other. The {@link
 * OutboxRelay} publishes them after the commit.
 */
@ApplicationScoped
public class Outbox {

    /** Keys are spread over so many buckets; within a bucket events leave in the order they were appended. */
    public static final int BUCKETS = 16;

    private static final String INSERT = """
            INSERT INTO outbox (bucket, topic, event_key, event_version, type, organisation_id, payload)
            SELECT bucket, topic, event_key, event_version, type, organisation_id, payload
            FROM unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::uuid[], $7::text[])
                WITH ORDINALITY AS event (bucket, topic, event_key, event_version, type, organisation_id, payload, position)
            ORDER BY position
            """;

    private final Set<Object> appended = ConcurrentHashMap.newKeySet();
    private volatile Runnable wake = () -> {};
    private volatile boolean full;

    /** As {@link #append(SqlConnection, List)}, for one. */
    public Uni<Void> append(SqlConnection connection, Event event) {
        return append(connection, List.of(event));
    }

    /**
     * Appends events to the running transaction, in one round trip. The caller holds the row locks of the events'
     * aggregates, so that their versions, one per event, say the order.
     *
     * @throws ProblemException 503 {@code events-backed-up} when the outbox has reached its bound because Kafka is away
     */
    public Uni<Void> append(SqlConnection connection, List<? extends Event> events) {
        if (full) {
            return Uni.createFrom()
                    .failure(new ProblemException(PlatformProblem.EVENTS_BACKED_UP, "Try again in a minute."));
        }
        var rows = events.stream().map(OutboxRow::of).toList();
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    column(rows, OutboxRow::bucket, Short[]::new),
                    column(rows, OutboxRow::topic, String[]::new),
                    column(rows, OutboxRow::key, String[]::new),
                    column(rows, OutboxRow::version, Long[]::new),
                    column(rows, OutboxRow::type, String[]::new),
                    column(rows, OutboxRow::organisation, UUID[]::new),
                    column(rows, OutboxRow::payload, String[]::new)
                }))
                .invoke(() -> appended.add(connection.getDelegate()))
                .replaceWithVoid();
    }

    /** Wakes the relay when this transaction appended anything. Called once its commit has succeeded. */
    public void committed(SqlConnection connection) {
        if (appended.remove(connection.getDelegate())) {
            wake();
        }
    }

    public void rolledBack(SqlConnection connection) {
        appended.remove(connection.getDelegate());
    }

    /** Makes the relay look now instead of at its next poll. */
    public void wake() {
        wake.run();
    }

    void onWake(Runnable wake) {
        this.wake = wake;
    }

    void full(boolean full) {
        this.full = full;
    }

    private static <T> T[] column(List<OutboxRow> rows, Function<OutboxRow, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    /** One event as the table keeps it. */
    public record OutboxRow(
            short bucket, String topic, String key, long version, String type, UUID organisation, String payload) {

        public static OutboxRow of(Event event) {
            return new OutboxRow(
                    (short) Math.floorMod(event.key().hashCode(), BUCKETS),
                    event.topic(),
                    event.key(),
                    event.version(),
                    event.type(),
                    event.organisation(),
                    EventJson.write(event));
        }
    }
}
