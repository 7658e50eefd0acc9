package dev.remotesupport.bench;

import dev.remotesupport.embedded.EmbeddedPostgres;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.embedded.ServiceDatabase;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.platform.tenancy.Transactions;
import dev.remotesupport.session.routing.Claims;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * The queue under pressure: claimers on two replicas, which share nothing but the database, give a full queue to the staff. Counts
 * who was claimed twice, overtaken or left over.
 */
final class ClaimsScenario {

    private static final int REPLICAS = 2;
    private static final Duration OFFER = Duration.ofMinutes(5);

    private static final String STAFF = """
            INSERT INTO session.staff_member (id, organisation_id, name, role, chat_limit, availability, said, connected, seen_at)
            SELECT gen_random_uuid(), '%1$s', 'Load ' || n, 'support', 100, 'online', true, true, clock_timestamp()
            FROM generate_series(1, %2$d) AS n RETURNING id
            """;
    private static final String WAITING = """
            INSERT INTO session.session (organisation_id, number, channels, customer_kind, customer_id, customer_name,
                customer_claimed, requested_at, last_active_at)
            SELECT '%1$s', n, '{chat}', 'visitor', 'load-' || n, 'Load ' || n, true,
                clock_timestamp() - (%2$d - n) * interval '10 milliseconds', clock_timestamp()
            FROM generate_series(1, %2$d) AS n;
            UPDATE session.session SET state = 'queued', version = 2 WHERE organisation_id = '%1$s';
            ANALYZE session.session, session.staff_member
            """;

    private final int waiting;
    private final int staff;
    private final int claimers;
    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);
    private final List<Claimed> claims = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger empty = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param began and {@code done} by the clock of this process, in nanoseconds */
    private record Claimed(UUID session, Instant requestedAt, long began, long done) {}

    ClaimsScenario(Settings settings) {
        waiting = settings.number("waiting", 10_000);
        staff = settings.number("staff", 200);
        claimers = settings.number("claimers", 8);
    }

    Report run() throws Exception {
        var folder = Files.createTempDirectory("claims-bench");
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Ports.free(), "bench")) {
            var schema = new ServiceDatabase("session", "owner", "app");
            schema.prepare(
                    postgres,
                    List.of(
                            "filesystem:platform/src/main/resources/db/platform",
                            "filesystem:session-service/src/main/resources/db/migration"));
            var replicas = IntStream.range(0, REPLICAS)
                    .mapToObj(number -> replica(postgres, schema))
                    .toList();
            // Mutiny finds its context once; several threads that begin at the same time would each set it.
            var unused = Uni.createFrom()
                    .deferred(() -> Uni.createFrom().voidItem())
                    .await()
                    .indefinitely();
            run(replicas, postgres, waiting / 5); // the compiler and the caches warm up on an organisation of their own
            histogram.reset();
            claims.clear();
            empty.set(0);
            long start = System.nanoTime();
            run(replicas, postgres, waiting);
            double took = (System.nanoTime() - start) / 1e9;
            return new Report("Queue: claims")
                    .row(
                            "load",
                            waiting + " waiting, " + staff + " staff, " + claimers + " concurrent claimers over "
                                    + REPLICAS + " replicas")
                    .row("path", "staff row locked, oldest eligible session claimed, offered and told of, one commit")
                    .latency("claim", histogram)
                    .row("claims a second", Math.round(claims.size() / took))
                    .row(
                            "claimed / claimed twice / overtaken / left over",
                            claims.size() + " / " + twice() + " / " + overtaken() + " / " + (waiting - claims.size()));
        }
    }

    private static Claims replica(EmbeddedPostgres postgres, ServiceDatabase schema) {
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
        var tenancy = new Tenancy(new Transactions(pool, outbox), "session");
        return Claims.standing(tenancy, outbox, new SimpleMeterRegistry());
    }

    private void run(List<Claims> replicas, EmbeddedPostgres postgres, int size) throws Exception {
        var organisation = UUID.randomUUID();
        var members = fill(postgres, organisation, size);
        var left = new AtomicInteger(size);
        var threads = IntStream.range(0, claimers)
                .mapToObj(number -> Thread.ofPlatform()
                        .start(() -> claim(replicas.get(number % REPLICAS), organisation, members, left)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void claim(Claims claimsOfReplica, UUID organisation, List<UUID> members, AtomicInteger left) {
        while (left.getAndDecrement() > 0) {
            var member = members.get(Math.floorMod(turn.getAndIncrement(), members.size()));
            long began = System.nanoTime();
            var offered =
                    claimsOfReplica.next(organisation, member, OFFER).await().atMost(Duration.ofSeconds(30));
            long done = System.nanoTime();
            histogram.recordValue((done - began) / 1000);
            if (offered.isPresent()) {
                var session = offered.get();
                claims.add(new Claimed(session.id(), session.times().requestedAt(), began, done));
            } else {
                empty.incrementAndGet();
                left.incrementAndGet();
                if (empty.get() > members.size()) {
                    return; // nobody gets anything any more: what is left over is reported
                }
            }
        }
    }

    private List<UUID> fill(EmbeddedPostgres postgres, UUID organisation, int size) throws SQLException {
        var members = new ArrayList<UUID>();
        try (var connection = postgres.superuser().getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(STAFF.formatted(organisation, staff))) {
                while (rows.next()) {
                    members.add(rows.getObject(1, UUID.class));
                }
            }
            statement.execute(WAITING.formatted(organisation, size));
        }
        return members;
    }

    private long twice() {
        var ids = new HashSet<UUID>();
        return claims.stream().filter(claim -> !ids.add(claim.session())).count();
    }

    /** Older ones whose claim had not even begun when a later one's was committed. */
    private long overtaken() {
        var byAge = claims.stream()
                .sorted(Comparator.comparing(Claimed::requestedAt).reversed())
                .toList();
        long overtaken = 0;
        long firstCommitOfLater = Long.MAX_VALUE;
        for (var claim : byAge) {
            overtaken += claim.began() > firstCommitOfLater ? 1 : 0;
            firstCommitOfLater = Math.min(firstCommitOfLater, claim.done());
        }
        return overtaken;
    }
}
