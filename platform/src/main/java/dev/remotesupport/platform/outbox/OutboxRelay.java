package dev.remotesupport.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox to Kafka: at least once, in order within a key. Buckets are owned by advisory locks of the very
 * transaction that reads and deletes the rows, so a relay that lost its connection has lost its buckets and deletes nothing.
 * What such a relay still sends are repetitions, which consumers know by their version.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    /** Buckets that are locked by another relay are tried again so soon. */
    private static final Duration CONTENDED = Duration.ofMillis(20);

    /** Under load passes keep this distance, so that each takes many events; a lone event never waits. */
    private static final Duration GATHER = Duration.ofMillis(25);

    /**
     * Looks at the head of each bucket only: what was published leaves dead rows behind, which a scan would read. The commit
     * need not wait for the disk: a crash that undoes it repeats events, and consumers know repetitions.
     */
    private static final String LOCK_PENDING = """
            WITH pending AS MATERIALIZED (
                SELECT bucket FROM generate_series(0, %d) AS bucket
                CROSS JOIN LATERAL (SELECT FROM outbox WHERE outbox.bucket = bucket.bucket ORDER BY id LIMIT 1) AS head)
            SELECT bucket::smallint, pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'), bucket) AS locked,
                set_config('synchronous_commit', 'off', true)
            FROM pending
            """.formatted(Outbox.BUCKETS - 1);

    private static final String READ = """
            SELECT id, event_id, topic, event_key, event_version, type, organisation_id, payload, created_at
            FROM outbox WHERE bucket = ANY ($1) ORDER BY id LIMIT $2
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final OutboxConfig config;
    private final EventPublisher publisher;
    private final Timer waited;
    private final AtomicLong pending = new AtomicLong();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running;

    /** Its own for as long as it works, so that a busy pool never keeps events waiting. */
    private SqlConnection connection;

    private long nextCount;
    private long lastPass = System.nanoTime();

    @Inject
    public OutboxRelay(
            Pool pool,
            Outbox outbox,
            OutboxConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
            @ConfigProperty(name = "remote-support.service") String service) {
        this(pool, outbox, config, meters, new KafkaPublisher(kafka, service, config.publishTimeout()));
    }

    OutboxRelay(Pool pool, Outbox outbox, OutboxConfig config, MeterRegistry meters, EventPublisher publisher) {
        this.pool = pool;
        this.outbox = outbox;
        this.config = config;
        this.publisher = publisher;
        this.waited = Timer.builder("remote_support.outbox.wait")
                .description("From append to Kafka's acknowledgement")
                .register(meters);
        meters.gauge("remote_support.outbox.pending", pending);
        this.thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    /** Begins to publish; for a relay outside of Quarkus, which calls this by itself. */
    public void start() {
        running = true;
        outbox.onWake(signal::release);
        thread.start();
    }

    /** Stops after the batch under way. */
    public void stop() {
        running = false;
        signal.release();
        try {
            thread.join(config.publishTimeout().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publisher.close();
    }

    private void run() {
        try {
            publishUntilStopped();
        } finally {
            giveConnectionBack();
        }
    }

    private void publishUntilStopped() {
        var backOff = Duration.ZERO;
        var rest = config.poll();
        while (running) {
            pause(backOff.isZero() ? rest : backOff);
            gather();
            try {
                rest = publishAll();
                countNowAndThen();
                backOff = Duration.ZERO;
            } catch (RuntimeException e) {
                giveConnectionBack();
                backOff =
                        backOff.isZero() ? Duration.ofMillis(100) : shorter(backOff.multipliedBy(2), LONGEST_BACK_OFF);
                LOG.warnf("outbox not published, trying again in %s ms: %s", backOff.toMillis(), e.getMessage());
            }
        }
    }

    private SqlConnection connection() {
        if (connection == null) {
            connection = await(pool.getConnection());
        }
        return connection;
    }

    private void giveConnectionBack() {
        if (connection != null) {
            connection.closeAndForget();
            connection = null;
        }
    }

    private <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        var own = connection();
        return own.begin()
                .chain(transaction -> work.apply(own)
                        .call(transaction::commit)
                        .onFailure()
                        .call(() -> transaction.rollback().onFailure().recoverWithNull()));
    }

    /** Returns how long to rest before looking again. */
    private Duration publishAll() {
        Pass pass;
        do {
            pass = await(transaction(this::pass));
        } while (running && pass.published() == config.batch());
        return pass.contended() ? CONTENDED : config.poll();
    }

    private Uni<Pass> pass(SqlConnection connection) {
        return connection.query(LOCK_PENDING).execute().chain(locks -> {
            var mine = new ArrayList<Short>();
            locks.forEach(row -> {
                if (row.getBoolean("locked")) {
                    mine.add(row.getShort("bucket"));
                }
            });
            var contended = mine.size() < locks.size();
            if (mine.isEmpty()) {
                return Uni.createFrom().item(new Pass(0, contended));
            }
            // A statement of its own, so that it sees what the former owner of a bucket deleted.
            return connection
                    .preparedQuery(READ)
                    .execute(Tuple.of(mine.toArray(Short[]::new), config.batch()))
                    .chain(rows -> publishAndDelete(connection, rows))
                    .map(published -> new Pass(published, contended));
        });
    }

    private Uni<Integer> publishAndDelete(SqlConnection connection, RowSet<Row> rows) {
        var events = new ArrayList<OutgoingEvent>(rows.size());
        rows.forEach(row -> events.add(OutgoingEvent.from(row)));
        if (events.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return publisher
                .publish(events)
                .chain(() -> connection
                        .preparedQuery("DELETE FROM outbox WHERE id = ANY ($1)")
                        .execute(Tuple.of(events.stream().map(OutgoingEvent::id).toArray(Long[]::new))))
                .invoke(() -> recordWaits(events))
                .replaceWith(events.size());
    }

    private void recordWaits(List<OutgoingEvent> events) {
        var now = OffsetDateTime.now();
        events.forEach(event -> waited.record(Duration.between(event.at(), now)));
    }

    private void countNowAndThen() {
        if (System.nanoTime() < nextCount) {
            return;
        }
        nextCount = System.nanoTime() + COUNT_EVERY.toNanos();
        // Counts to the bound and no further, so that a long outage does not make counting slow.
        long count = await(connection()
                        .preparedQuery("SELECT count(*) FROM (SELECT FROM outbox LIMIT $1) AS bounded")
                        .execute(Tuple.of(config.bound())))
                .iterator()
                .next()
                .getLong(0);
        pending.set(count);
        outbox.full(count >= config.bound());
    }

    private <T> T await(Uni<T> uni) {
        return uni.await().atMost(config.publishTimeout().multipliedBy(3));
    }

    private void pause(Duration atMost) {
        try {
            if (signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void gather() {
        long now = System.nanoTime();
        long early = lastPass + GATHER.toNanos() - now;
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
        lastPass = Math.max(now, now + early);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private record Pass(int published, boolean contended) {}
}
