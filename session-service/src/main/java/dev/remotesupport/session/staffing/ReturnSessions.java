package dev.remotesupport.session.staffing;

import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings sessions of somebody who takes them no more back to their places in the queue. */
@ApplicationScoped
class ReturnSessions {

    private static final String OFFERED = """
            SELECT * FROM session WHERE state = 'offered' AND offered_to = ANY ($1) ORDER BY id FOR UPDATE
            """;
    private static final String HELD = """
            SELECT * FROM session WHERE state IN ('active', 'interrupted') AND staff_id = $1 ORDER BY id FOR UPDATE
            """;

    /** Those of members who vanished while they had them, where the customer is still there and no technician is in the room. */
    private static final String DESERTED = """
            SELECT session.* FROM session
            JOIN staff_member AS member ON member.id = session.staff_id AND member.organisation_id = session.organisation_id
            WHERE member.gone_at < clock_timestamp() - $1 * interval '1 second'
              AND member.gone_at >= session.assigned_at
              AND session.state = 'active' AND session.absent_since IS NULL
              AND NOT EXISTS (SELECT FROM presence WHERE presence.session_id = session.id AND presence.seat = 'technician')
            ORDER BY session.id LIMIT $2
            FOR UPDATE OF session SKIP LOCKED
            """;

    private final MoveSession moves;

    ReturnSessions(MoveSession moves) {
        this.moves = moves;
    }

    /** What these members have not answered. The caller has locked them. */
    Uni<Void> offered(SqlConnection connection, List<UUID> staff) {
        return staff.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(OFFERED)
                        .execute(Tuple.of(staff.toArray(UUID[]::new)))
                        .chain(rows -> move(connection, SessionRows.all(rows), new Command.Queue()));
    }

    /** What this member has. The caller has locked him or her. */
    Uni<Void> held(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery(HELD)
                .execute(Tuple.of(staff))
                .chain(rows -> move(connection, SessionRows.all(rows), new Command.Requeue(Optional.empty())));
    }

    Uni<Void> deserted(SqlConnection connection, long graceSeconds, int atMost) {
        return connection
                .preparedQuery(DESERTED)
                .execute(Tuple.of(graceSeconds, atMost))
                .chain(rows -> move(connection, SessionRows.all(rows), new Command.Requeue(Optional.empty())));
    }

    private Uni<Void> move(SqlConnection connection, List<Session> sessions, Command command) {
        return Multi.createFrom()
                .iterable(sessions)
                .onItem()
                .transformToUniAndConcatenate(session -> moves.moveIfLegal(connection, session, command))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
