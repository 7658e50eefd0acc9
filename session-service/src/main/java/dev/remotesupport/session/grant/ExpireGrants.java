package dev.remotesupport.session.grant;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends grants whose time has run out. Replicas share the work: each takes sessions that no other holds. */
@ApplicationScoped
class ExpireGrants {

    private static final Logger LOG = Logger.getLogger(ExpireGrants.class);

    private static final String CLAIM = """
            SELECT * FROM session AS s
            WHERE s.id IN (
                SELECT session_id FROM session_grant WHERE closed_at IS NULL AND expires_at <= clock_timestamp()
                ORDER BY expires_at LIMIT $1)
            FOR UPDATE SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final GrantStore store;
    private final Grants grants;
    private final SessionConfig config;

    ExpireGrants(Tenancy tenancy, GrantStore store, Grants grants, SessionConfig config) {
        this.tenancy = tenancy;
        this.store = store;
        this.grants = grants;
        this.config = config;
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tenancy.asSystem(connection -> connection
                        .preparedQuery(CLAIM)
                        .execute(Tuple.of(config.sweepBatch()))
                        .onItem()
                        .transformToMulti(rows -> Multi.createFrom().iterable(SessionRows.all(rows)))
                        .onItem()
                        .transformToUniAndConcatenate(session -> expireDue(connection, session))
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Session> expireDue(SqlConnection connection, Session session) {
        return store.due(connection, session.id()).chain(due -> {
            var expired = Uni.createFrom().item(session);
            for (var capability : due) {
                expired = expired.chain(current -> grants.expire(connection, current, capability));
            }
            return expired;
        });
    }
}
