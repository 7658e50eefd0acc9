package dev.remotesupport.signaling.participant;

import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Says goodbye for those whom nobody else will: the participants of a room whose replica was killed and to which nobody
 * came back. Forgets what is no longer needed.
 */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private static final String DESERTED = """
            SELECT session_id FROM room
            WHERE expires_at < clock_timestamp() - $1 * interval '1 millisecond'
              AND EXISTS (SELECT FROM participant WHERE participant.session_id = room.session_id)
            ORDER BY expires_at LIMIT 50 FOR UPDATE OF room SKIP LOCKED
            """;

    private static final String REMOVE = """
            DELETE FROM participant WHERE session_id = $1 RETURNING organisation_id, participant_id, seat
            """;

    private static final String NEXT_VERSION =
            "UPDATE room SET version = version + 1 WHERE session_id = $1 RETURNING version";

    private static final String FORGET_TOKENS =
            "DELETE FROM used_token WHERE expires_at < clock_timestamp() - interval '1 minute'";

    private static final String FORGET_ROOMS =
            "DELETE FROM room WHERE ended_at < clock_timestamp() - interval '1 day' AND owner IS NULL";

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final SignalingConfig config;
    private final Vertx vertx;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private long timer;

    @Inject
    Sweeper(Tenancy tenancy, Outbox outbox, SignalingConfig config, Vertx vertx) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.sweepEvery().toMillis(), id -> {
            if (sweeping.compareAndSet(false, true)) {
                sweep().onTermination()
                        .invoke(() -> sweeping.set(false))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("not swept failure=%s", failure));
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    Uni<Void> sweep() {
        return tenancy.asSystem(connection -> connection
                        .preparedQuery(DESERTED)
                        .execute(Tuple.of(config.returnWithin().toMillis()))
                        .chain(rooms -> each(rooms, room -> leave(connection, room.getUUID("session_id")))))
                .chain(() -> tenancy.asSystem(connection -> connection
                        .query(FORGET_TOKENS)
                        .execute()
                        .chain(() -> connection.query(FORGET_ROOMS).execute())
                        .replaceWithVoid()));
    }

    private Uni<Void> leave(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(session))
                .chain(gone -> each(
                        gone,
                        participant -> connection
                                .preparedQuery(NEXT_VERSION)
                                .execute(Tuple.of(session))
                                .chain(version -> outbox.append(
                                        connection,
                                        new ParticipantLeft(
                                                participant.getUUID("organisation_id"),
                                                session,
                                                version.iterator().next().getLong("version"),
                                                Instant.now(),
                                                participant.getUUID("participant_id"),
                                                Seat.of(participant.getString("seat")),
                                                LeaveReason.LOST)))));
    }

    private static Uni<Void> each(Iterable<Row> rows, Function<Row, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
