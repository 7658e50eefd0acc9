package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Notices who has vanished. What such a member has not answered goes back at once; what he or she was working on stays for a while,
 * because a train leaves its tunnel. Replicas share the work: each takes rows that no other holds.
 */
@ApplicationScoped
class SweepStaff {

    private static final Logger LOG = Logger.getLogger(SweepStaff.class);

    private static final String VANISHED = """
            UPDATE staff_member SET connected = false, gone_at = clock_timestamp(), since = clock_timestamp(), version = version + 1
            WHERE id IN (SELECT id FROM staff_member
                         WHERE connected AND seen_at < clock_timestamp() - $1 * interval '1 millisecond'
                         ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING\s""" + StaffState.COLUMNS;

    private final Tenancy tenancy;
    private final ReturnSessions sessions;
    private final StaffNews news;
    private final SessionConfig config;

    SweepStaff(Tenancy tenancy, ReturnSessions sessions, StaffNews news, SessionConfig config) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.news = news;
        this.config = config;
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tenancy.asSystem(this::vanished)
                .chain(() -> tenancy.asSystem(connection ->
                        sessions.deserted(connection, config.staffReturn().toSeconds(), config.sweepBatch())))
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> vanished(SqlConnection connection) {
        return connection
                .preparedQuery(VANISHED)
                .execute(Tuple.of(config.staffSilence().toMillis(), config.sweepBatch()))
                .map(StaffState::all)
                .call(gone -> news.availability(connection, gone))
                .chain(gone -> sessions.offered(
                        connection, gone.stream().map(StaffState::id).toList()));
    }
}
