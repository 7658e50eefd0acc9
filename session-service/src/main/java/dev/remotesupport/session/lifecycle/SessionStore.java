package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session.Staff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds, locks and changes sessions. Times are the database's, so that replicas agree on them. */
@ApplicationScoped
public class SessionStore {

    /** Who waits is nobody's; $5 to $9 are what the command brings with it, or null. */
    private static final String MOVE = """
            UPDATE session SET
              state = $4,
              version = version + 1,
              staff_id = CASE WHEN $4 IN ('queued', 'offered') THEN NULL ELSE coalesce($5, staff_id) END,
              staff_name = CASE WHEN $4 IN ('queued', 'offered') THEN NULL ELSE coalesce($6, staff_name) END,
              assigned_at = CASE WHEN $5::uuid IS NULL THEN assigned_at ELSE clock.at END,
              offered_to = $8,
              offer_expires_at = CASE WHEN $8::uuid IS NULL THEN NULL ELSE clock.at + $9 * interval '1 millisecond' END,
              team_id = coalesce($10, team_id),
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

    /** What a command brings with it into the row. */
    private record Change(Staff staff, String endReason, UUID offeredTo, Long offerMillis, UUID team) {

        private static final Change NONE = new Change(null, null, null, null, null);

        static Change of(Command command) {
            return switch (command) {
                case Command.Assign assign -> new Change(assign.staff(), null, null, null, null);
                case Command.Transfer transfer -> new Change(transfer.staff(), null, null, null, null);
                case Command.End end -> new Change(null, end.reason().code(), null, null, null);
                case Command.Offer offer ->
                    new Change(null, null, offer.staffId(), offer.time().toMillis(), null);
                case Command.Requeue requeue ->
                    new Change(null, null, null, null, requeue.team().orElse(null));
                case Command.Queue queue -> NONE;
                case Command.Interrupt interrupt -> NONE;
                case Command.Resume resume -> NONE;
            };
        }
    }

    Uni<Session> move(SqlConnection connection, Session session, SessionState to, Command command) {
        var change = Change.of(command);
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.from(new Object[] {
                    session.id(),
                    session.state().wire(),
                    session.version(),
                    to.wire(),
                    change.staff() == null ? null : change.staff().id(),
                    change.staff() == null ? null : change.staff().name(),
                    change.endReason(),
                    change.offeredTo(),
                    change.offerMillis(),
                    change.team()
                }))
                .map(SessionRows::first)
                .map(SessionStore::unchanged);
    }

    private static Session known(Optional<Session> found) {
        return found.orElseThrow(SessionStore::unknown);
    }

    /** The same answer for a session that is not there and for one that the caller may not know of. */
    public static ProblemException unknown() {
        return new ProblemException(SessionProblem.SESSION_UNKNOWN, "Look the session up in the list.");
    }

    /** A session that was not locked may have changed meanwhile; then the caller decides anew. */
    private static Session unchanged(Optional<Session> updated) {
        return updated.orElseThrow(() -> new ProblemException(SessionProblem.NOT_NOW, "The session has just changed."));
    }
}
