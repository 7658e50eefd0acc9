package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds, locks and changes sessions. Times are the database's, so that replicas agree on them. */
@ApplicationScoped
public class SessionStore {

    private static final String MOVE = """
            UPDATE session SET
              state = $4,
              version = version + 1,
              staff_id = coalesce($5, staff_id),
              staff_name = coalesce($6, staff_name),
              connected_at = CASE WHEN $4 = 'active' THEN coalesce(connected_at, greatest(clock.at, requested_at)) ELSE connected_at END,
              ended_at = CASE WHEN $4 = 'ended' THEN greatest(clock.at, connected_at, requested_at) END,
              end_reason = $7,
              last_active_at = greatest(clock.at, connected_at, last_active_at)
            FROM (SELECT clock_timestamp() AS at) AS clock
            WHERE id = $1 AND state = $2 AND version = $3
            RETURNING session.*
            """;
    private static final String NEXT_VERSION = """
            UPDATE session SET version = version + 1, last_active_at = greatest(clock_timestamp(), last_active_at)
            WHERE id = $1 AND version = $2
            RETURNING *
            """;

    /** Finds a session, for reading. */
    public Uni<Session> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("SELECT * FROM session WHERE id = $1")
                .execute(Tuple.of(id))
                .map(SessionRows::first)
                .map(SessionStore::known);
    }

    /** Finds a session and keeps everybody else from changing it until the transaction ends. */
    public Uni<Session> lock(SqlConnection connection, UUID id) {
        return lockIfThere(connection, id).map(SessionStore::known);
    }

    /** As {@link #lock}, for events, which may be of a session that is not known here. */
    public Uni<Optional<Session>> lockIfThere(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("SELECT * FROM session WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .map(SessionRows::first);
    }

    /** The session in its next version, for an event that is no move. */
    public Uni<Session> nextVersion(SqlConnection connection, Session session) {
        return connection
                .preparedQuery(NEXT_VERSION)
                .execute(Tuple.of(session.id(), session.version()))
                .map(SessionRows::first)
                .map(SessionStore::unchanged);
    }

    Uni<Session> move(SqlConnection connection, Session session, SessionState to, Command command) {
        var staff = command instanceof Command.Assign assign ? assign.staff() : null;
        var reason = command instanceof Command.End end ? end.reason().code() : null;
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.from(new Object[] {
                    session.id(),
                    session.state().wire(),
                    session.version(),
                    to.wire(),
                    staff == null ? null : staff.id(),
                    staff == null ? null : staff.name(),
                    reason
                }))
                .map(SessionRows::first)
                .map(SessionStore::unchanged);
    }

    private static Session known(Optional<Session> found) {
        return found.orElseThrow(SessionStore::unknown);
    }

    /** The same answer for a session that is not there and for one that the caller may not know of. */
    static ProblemException unknown() {
        return new ProblemException(SessionProblem.SESSION_UNKNOWN, "Look the session up in the list.");
    }

    /** A session that was not locked may have changed meanwhile; then the caller decides anew. */
    private static Session unchanged(Optional<Session> updated) {
        return updated.orElseThrow(() -> new ProblemException(SessionProblem.NOT_NOW, "The session has just changed."));
    }
}
