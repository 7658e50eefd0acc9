package dev.remotesupport.bench;

import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.embedded.EmbeddedKafka;
import dev.remotesupport.embedded.EmbeddedPostgres;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.embedded.ServiceDatabase;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.outbox.OutboxConfig;
import dev.remotesupport.platform.outbox.OutboxRelay;
import dev.remotesupport.platform.outbox.OutboxSettings;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.platform.tenancy.Transactions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Transactions of several events, as a group commit writes them, at a fixed rate (open loop); time runs from when an event
 * was due to when a consumer has it.
 */
final class OutboxScenario {

    private final int perSecond;
    private final int seconds;
    private final int warmUp;
    private final int together;
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean measuring;

    OutboxScenario(Settings settings) {
        perSecond = settings.number("rate", 2000);
        seconds = settings.number("seconds", 30);
        warmUp = settings.number("warmup", 30);
        together = settings.number("together", 10);
    }

    Report run() throws Exception {
        var folder = Files.createTempDirectory("outbox-bench");
        var histogram = new ConcurrentHistogram(3);
        var consumed = new AtomicLong();
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Ports.free(), "bench");
                var kafka = EmbeddedKafka.start(folder.resolve("kafka"), Ports.free())) {
            var schema = new ServiceDatabase("bench", "owner", "app");
            schema.prepare(postgres, List.of("classpath:db/platform"));
            var pool = PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(12))
                    .connectingTo(PgConnectOptions.fromUri(postgres.reactiveUrl())
                            .setUser(schema.app())
                            .setPassword("app")
                            .setCachePreparedStatements(true)
                            .setPipeliningLimit(16))
                    .using(Vertx.vertx())
                    .build();
            var outbox = new Outbox();
            var relay = new OutboxRelay(
                    pool, outbox, defaults(), new SimpleMeterRegistry(), kafka.bootstrapServers(), "bench");
            relay.start();
            var tenancy = new Tenancy(new Transactions(pool, outbox), "bench");
            Thread.ofPlatform().daemon().start(() -> consume(kafka.bootstrapServers(), histogram, consumed));
            append(tenancy, outbox, warmUp);
            measuring = true;
            append(tenancy, outbox, seconds);
            var deadline = System.nanoTime() + 10_000_000_000L;
            while (consumed.get() < due.size() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(10_000_000);
            }
            relay.stop();
        }
        return new Report("Outbox: append → consumed")
                .row(
                        "load",
                        perSecond + " events/s, open loop, " + together + " in a transaction, for " + seconds + " s")
                .row("path", "fsync and synchronous commit on, acks=all, one broker")
                .latency("append → consumed", histogram)
                .row("appended / consumed / failed", due.size() + " / " + consumed + " / " + failed);
    }

    private void append(Tenancy tenancy, Outbox outbox, int duration) {
        var organisation = UUID.randomUUID();
        long start = System.nanoTime();
        for (long i = 0; i < (long) perSecond * duration; i += together) {
            long at = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.min(at - System.nanoTime(), 1_000_000));
            }
            var events = Stream.generate(UUID::randomUUID)
                    .limit(together)
                    .map(session -> new SessionQueued(organisation, session, 1, Instant.now()))
                    .toList();
            events.forEach(event -> due.put(event.key(), at));
            var unused = tenancy.inTransaction(organisation, connection -> outbox.append(connection, events))
                    .subscribe()
                    .with(done -> {}, failure -> firstFailure(failure));
        }
    }

    private void firstFailure(Throwable failure) {
        if (failed.getAndIncrement() == 0) {
            System.err.println("first failure: " + failure);
        }
    }

    private void consume(String servers, ConcurrentHistogram histogram, AtomicLong consumed) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "bench", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("session.events.v1"));
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    consumed.incrementAndGet();
                    if (measuring) {
                        histogram.recordValue(Math.max(0, (System.nanoTime() - due.get(record.key())) / 1000));
                    }
                }
            }
        }
    }

    private static OutboxConfig defaults() {
        return new OutboxSettings(true, Duration.ofSeconds(1), 500, 500_000, Duration.ofSeconds(10));
    }
}
