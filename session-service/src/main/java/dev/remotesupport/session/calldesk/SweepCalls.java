package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.routing.Refusals;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * No call rings for ever, and none stays active for nobody: of which one side says nothing for long, that is over, or waits again when
 * it is the technician who is gone. Offers have a timer of their own. Replicas share the work: each takes sessions that no other holds.
 */
@ApplicationScoped
class SweepCalls {

    private static final Logger LOG = Logger.getLogger(SweepCalls.class);

    private static final String UNANSWERED = """
            SELECT session.* FROM session
            JOIN call ON call.session_id = session.id AND call.organisation_id = session.organisation_id
            WHERE call.state = 'ringing' AND call.ring_expires_at <= clock_timestamp() AND session.state IN ('active', 'interrupted')
            ORDER BY call.ring_expires_at LIMIT $1
            FOR UPDATE OF session SKIP LOCKED
            """;
    private static final String SILENT = """
            SELECT session.* FROM session
            JOIN call ON call.session_id = session.id AND call.organisation_id = session.organisation_id
            WHERE call.state = 'active'
              AND least(call.customer_heard_at, call.staff_heard_at) <= clock_timestamp() - $2 * interval '1 millisecond'
            ORDER BY least(call.customer_heard_at, call.staff_heard_at) LIMIT $1
            FOR UPDATE OF session SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final Calls calls;
    private final MoveSession sessions;
    private final Refusals refusals;
    private final HangUp hangUp;
    private final SessionConfig config;

    SweepCalls(
            Tenancy tenancy,
            Calls calls,
            MoveSession sessions,
            Refusals refusals,
            HangUp hangUp,
            SessionConfig config) {
        this.tenancy = tenancy;
        this.calls = calls;
        this.sessions = sessions;
        this.refusals = refusals;
        this.hangUp = hangUp;
        this.config = config;
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tenancy.asSystem(this::unanswered)
                .chain(() -> tenancy.asSystem(this::silent))
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> unanswered(SqlConnection connection) {
        return connection
                .preparedQuery(UNANSWERED)
                .execute(Tuple.of(config.sweepBatch()))
                .chain(rows -> each(
                        SessionRows.all(rows),
                        session -> calls.lockUnanswered(connection, session.id())
                                .chain(found -> found.map(call -> rangInVain(connection, session, call))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    private Uni<Void> silent(SqlConnection connection) {
        return connection
                .preparedQuery(SILENT)
                .execute(Tuple.of(config.sweepBatch(), config.callSilence().toMillis()))
                .chain(rows -> each(
                        SessionRows.all(rows),
                        session -> calls.lockSilent(connection, session.id(), config.callSilence())
                                .chain(found -> found.map(call -> wentSilent(connection, session, call))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    /** A customer who has waited goes on waiting, for somebody who answers. */
    private Uni<Void> rangInVain(SqlConnection connection, Session session, Call call) {
        return call.endsSession() && call.ringsAt(Seat.TECHNICIAN)
                ? refusals.note(connection, session, call.staff().orElseThrow())
                        .chain(() -> waitAgain(connection, session))
                : hangUp.hangUp(connection, session, call, EndReason.UNANSWERED).replaceWithVoid();
    }

    private Uni<Void> wentSilent(SqlConnection connection, Session session, Call call) {
        var customerIsThere = call.hearing()
                .customer()
                .filter(heard -> heard.isAfter(Instant.now().minus(config.callSilence())))
                .isPresent();
        return customerIsThere && call.endsSession() && session.state() == SessionState.ACTIVE
                ? waitAgain(connection, session)
                : hangUp.hangUp(connection, session, call, EndReason.CONNECTION_LOST)
                        .replaceWithVoid();
    }

    private Uni<Void> waitAgain(SqlConnection connection, Session session) {
        return sessions.move(connection, session, new Command.Requeue(Optional.empty()))
                .replaceWithVoid();
    }

    private static Uni<Void> each(List<Session> due, Function<Session, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
