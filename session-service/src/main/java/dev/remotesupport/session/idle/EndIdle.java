package dev.remotesupport.session.idle;

import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Warns in sessions in which nothing happens, and ends those in which nothing happened after the warning either. */
@ApplicationScoped
class EndIdle {

    private static final Logger LOG = Logger.getLogger(EndIdle.class);

    private final Tenancy tenancy;
    private final IdleStore store;
    private final MoveSession moves;
    private final Outbox outbox;
    private final SessionConfig config;

    EndIdle(Tenancy tenancy, IdleStore store, MoveSession moves, Outbox outbox, SessionConfig config) {
        this.tenancy = tenancy;
        this.store = store;
        this.moves = moves;
        this.outbox = outbox;
        this.config = config;
    }

    @Scheduled(every = "${remote-support.session.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tenancy.asSystem(this::endDue)
                .chain(() -> tenancy.asSystem(this::warn))
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> warn(SqlConnection connection) {
        var notice = config.idleEnd().minus(config.idleWarn());
        return store.warn(connection, config.idleWarn(), notice, config.sweepBatch())
                .chain(warned -> warned.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(connection, warned));
    }

    private Uni<Void> endDue(SqlConnection connection) {
        return store.due(connection, config.sweepBatch())
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(
                        session -> moves.move(connection, session, new Command.End(EndReason.IDLE)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
