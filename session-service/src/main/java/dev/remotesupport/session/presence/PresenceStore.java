package dev.remotesupport.session.presence;

import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.lifecycle.WhenEnded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who is in which room, and what follows from it for the session's row. */
@ApplicationScoped
class PresenceStore implements WhenEnded {

    private static final String ENTER = """
            INSERT INTO presence (session_id, participant_id, organisation_id, seat) VALUES ($1, $2, $3, $4)
            ON CONFLICT (session_id, participant_id) DO UPDATE SET since = excluded.since
            """;
    private static final String NOTE = """
            UPDATE session SET
              absent_since = CASE
                WHEN EXISTS (SELECT FROM presence WHERE session_id = $1 AND seat = 'customer') THEN NULL
                ELSE coalesce(absent_since, clock_timestamp()) END,
              customer_seen = customer_seen OR EXISTS (SELECT FROM presence WHERE session_id = $1 AND seat = 'customer'),
              machine_name = coalesce(machine_name, $2),
              last_active_at = greatest(clock_timestamp(), last_active_at)
            WHERE id = $1
            RETURNING *
            """;

    Uni<Void> enter(SqlConnection connection, ParticipantJoined joined) {
        return connection
                .preparedQuery(ENTER)
                .execute(Tuple.of(
                        joined.sessionId(),
                        joined.participantId(),
                        joined.organisation(),
                        joined.seat().wire()))
                .replaceWithVoid();
    }

    Uni<Void> leave(SqlConnection connection, ParticipantLeft left) {
        return connection
                .preparedQuery("DELETE FROM presence WHERE session_id = $1 AND participant_id = $2")
                .execute(Tuple.of(left.sessionId(), left.participantId()))
                .replaceWithVoid();
    }

    /** Brings the session's row up to date with who is there. A machine name that is known already stays. */
    Uni<Session> note(SqlConnection connection, Session session, Optional<String> machineName) {
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.of(session.id(), machineName.orElse(null)))
                .map(rows -> SessionRows.first(rows).orElseThrow());
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, Session session) {
        return connection
                .preparedQuery("DELETE FROM presence WHERE session_id = $1")
                .execute(Tuple.of(session.id()))
                .replaceWithVoid();
    }
}
