package dev.remotesupport.session.presence;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Ends sessions whose customer has been away for too long, while waiting or after an interruption. Whoever left an address
 * and went has left a message, which waits for its answer; nobody can be called who has gone. Replicas share the work: each takes sessions that no other holds.
 */
@ApplicationScoped
class EndDeserted {

    private static final Logger LOG = Logger.getLogger(EndDeserted.class);

    private static final String CLAIM = """
            SELECT * FROM session
            WHERE absent_since IS NOT NULL
              AND (state IN ('requested', 'queued', 'offered') AND absent_since < clock_timestamp()
                  - CASE WHEN customer_email IS NULL OR channels[1] = 'call' THEN $1::bigint ELSE $4::bigint END * interval '1 second'
                OR state = 'interrupted' AND absent_since < clock_timestamp() - $2 * interval '1 second')
            ORDER BY absent_since LIMIT $3
            FOR UPDATE SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final MoveSession moves;
    private final SessionConfig config;

    EndDeserted(Tenancy tenancy, MoveSession moves, SessionConfig config) {
        this.tenancy = tenancy;
        this.moves = moves;
        this.config = config;
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var waiting = config.waitingPatience().toSeconds();
        var interrupted = config.interruptionPatience().toSeconds();
        var kept = config.messageKeptFor().toSeconds();
        return tenancy.asSystem(connection -> connection
                        .preparedQuery(CLAIM)
                        .execute(Tuple.of(waiting, interrupted, config.sweepBatch(), kept))
                        .onItem()
                        .transformToMulti(rows -> Multi.createFrom().iterable(SessionRows.all(rows)))
                        .onItem()
                        .transformToUniAndConcatenate(
                                session -> moves.move(connection, session, new Command.End(reason(session))))
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    static EndReason reason(Session session) {
        return session.state() == SessionState.INTERRUPTED ? EndReason.INTERRUPTED_TOO_LONG : EndReason.ABANDONED;
    }
}
