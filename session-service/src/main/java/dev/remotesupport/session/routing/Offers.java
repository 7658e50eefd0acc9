package dev.remotesupport.session.routing;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings offers that are over back to their places. The replica that made one has an alarm set for it; one whose replica died is
 * found by the sweep. Many that run out together leave in one transaction, so that they do not take all connections from those who
 * work meanwhile.
 */
@ApplicationScoped
class Offers {

    private static final Logger LOG = Logger.getLogger(Offers.class);

    /** An alarm that rings early finds the offer open, and leaves it to the sweep. */
    private static final Duration LATE = Duration.ofMillis(20);

    private static final String DUE = """
            SELECT * FROM session WHERE state = 'offered' AND offer_expires_at <= clock_timestamp()
            ORDER BY offer_expires_at LIMIT $1
            FOR UPDATE SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final MoveSession moves;
    private final Refusals refusals;
    private final SessionConfig config;
    private final MeterRegistry meters;
    private final Rounds rounds = new Rounds("expiry of offers", this::bringBackAll);

    Offers(Tenancy tenancy, MoveSession moves, Refusals refusals, SessionConfig config, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.moves = moves;
        this.refusals = refusals;
        this.config = config;
        this.meters = meters;
    }

    /** Sets the alarm for an offer that has been committed. */
    void made(Session session) {
        count("made");
        var left = session.routing()
                .offer()
                .map(offer -> Duration.between(Instant.now(), offer.expiresAt()).plus(LATE))
                .filter(Duration::isPositive)
                .orElse(LATE);
        var unused = Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(left)
                .subscribe()
                .with(rung -> rounds.ask(session.organisation()));
    }

    /** The offer is refused by the one it was made to, or has not been answered. */
    Uni<Session> over(SqlConnection connection, Session session, String how) {
        var staff = session.routing().offer().orElseThrow().staffId();
        return refusals.note(connection, session, staff)
                .chain(() -> moves.move(connection, session, new Command.Queue()))
                .invoke(() -> count(how));
    }

    void count(String how) {
        meters.counter("remote_support.routing.offers", "outcome", how).increment();
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tenancy.asSystem(this::bringBack)
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> bringBackAll(UUID organisation) {
        return Multi.createBy()
                .repeating()
                .uni(() -> tenancy.inTransaction(organisation, this::bringBack))
                .whilst(found -> found == config.sweepBatch())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many were brought back. */
    private Uni<Integer> bringBack(SqlConnection connection) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(config.sweepBatch()))
                .chain(rows -> Multi.createFrom()
                        .iterable(SessionRows.all(rows))
                        .onItem()
                        .transformToUniAndConcatenate(session -> over(connection, session, "expired"))
                        .collect()
                        .last()
                        .replaceWith(rows.size()));
    }
}
