package dev.remotesupport.session.routing;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.lifecycle.SessionStore;
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
 * found by the sweep.
 */
@ApplicationScoped
class Offers {

    private static final Logger LOG = Logger.getLogger(Offers.class);

    /** Clocks differ by less; an alarm that rings early would find the offer open. */
    private static final Duration LATE = Duration.ofMillis(20);

    private static final String DUE = """
            SELECT * FROM session WHERE state = 'offered' AND offer_expires_at <= clock_timestamp()
            ORDER BY offer_expires_at LIMIT $1
            FOR UPDATE SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final SessionStore sessions;
    private final MoveSession moves;
    private final Refusals refusals;
    private final SessionConfig config;
    private final MeterRegistry meters;

    Offers(
            Tenancy tenancy,
            SessionStore sessions,
            MoveSession moves,
            Refusals refusals,
            SessionConfig config,
            MeterRegistry meters) {
        this.tenancy = tenancy;
        this.sessions = sessions;
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
                .chain(() -> expire(session))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "offer left to the sweep sessionId=%s: %s", session.id(), failure.getMessage()));
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
        return tenancy.asSystem(connection -> connection
                        .preparedQuery(DUE)
                        .execute(Tuple.of(config.sweepBatch()))
                        .onItem()
                        .transformToMulti(rows -> Multi.createFrom().iterable(SessionRows.all(rows)))
                        .onItem()
                        .transformToUniAndConcatenate(session -> over(connection, session, "expired"))
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> expire(Session offered) {
        return tenancy.inTransaction(
                offered.organisation(),
                connection -> sessions.lockIfThere(connection, offered.id())
                        .chain(found -> found.filter(session -> isStill(session, offered))
                                .map(session ->
                                        over(connection, session, "expired").replaceWithVoid())
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** Another offer of the same session has an alarm of its own. */
    private static boolean isStill(Session session, Session offered) {
        return session.state() == SessionState.OFFERED && session.routing().equals(offered.routing());
    }

    /** Whether this member may answer the session's offer. */
    static boolean isTo(Session session, UUID staff) {
        return session.routing()
                .offer()
                .filter(offer -> offer.staffId().equals(staff))
                .isPresent();
    }
}
