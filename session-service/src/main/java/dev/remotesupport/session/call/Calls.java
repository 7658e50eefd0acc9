package dev.remotesupport.session.call;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds, locks and changes calls. Whoever changes one has locked its session first. Times are the database's, so that replicas agree
 * on them.
 */
@ApplicationScoped
public class Calls {

    private static final int MOST = 50;

    private static final String BEGIN = """
            INSERT INTO call (organisation_id, session_id, asked_by, ends_session) VALUES ($1, $2, $3, $4)
            RETURNING *
            """;

    /** Who waits is nobody's. What ended because nobody was heard any more ended when both were last heard. */
    private static final String MOVE = """
            UPDATE call SET
              state = $4,
              version = version + 1,
              staff_id = CASE WHEN $4 = 'queued' THEN NULL ELSE coalesce($5, staff_id) END,
              rings_at = CASE WHEN $4 = 'ringing' THEN coalesce($6, rings_at) END,
              rings_since = CASE WHEN $4 = 'ringing' THEN clock.at END,
              ring_expires_at = CASE WHEN $4 <> 'ringing' THEN NULL
                WHEN $7::bigint IS NULL THEN ring_expires_at
                ELSE clock.at + $7::bigint * interval '1 millisecond' END,
              answered_at = CASE WHEN $4 = 'active' THEN coalesce(answered_at, greatest(clock.at, requested_at)) ELSE answered_at END,
              customer_heard_at = CASE WHEN $4 = 'active' THEN clock.at ELSE customer_heard_at END,
              staff_heard_at = CASE WHEN $4 = 'active' THEN clock.at ELSE staff_heard_at END,
              ended_at = CASE WHEN $8::text IS NOT NULL THEN
                greatest(CASE WHEN $9 THEN least(customer_heard_at, staff_heard_at) ELSE clock.at END, answered_at, requested_at) END,
              end_reason = $8,
              changed_at = greatest(clock.at, changed_at)
            FROM (SELECT clock_timestamp() AS at) AS clock
            WHERE id = $1 AND state = $2 AND version = $3
            RETURNING call.*
            """;

    /** As long as there is a call, its session counts as one; then as what it was before. */
    private static final String ENTER_SESSION = """
            UPDATE session SET channels = array_prepend('call', array_remove(channels, 'call')) WHERE id = $1
            RETURNING *
            """;

    private static final String LEAVE_SESSION = """
            UPDATE session SET channels = array_append(array_remove(channels, 'call'), 'call') WHERE id = $1
            """;

    /** Only of what rang until its time was over; who declines or leaves has missed nothing. */
    private static final String NOTE_MISSED = """
            INSERT INTO call_ring (call_id, staff_id, organisation_id, rang_at)
            SELECT id, staff_id, organisation_id, rings_since FROM call
            WHERE id = $1 AND rings_at = 'technician' AND ring_expires_at <= clock_timestamp() + interval '1 second'
            ON CONFLICT DO NOTHING
            """;

    private static final String REPORT = """
            UPDATE call SET
              customer_heard_at = CASE WHEN $2 = 'customer' THEN clock_timestamp() ELSE customer_heard_at END,
              staff_heard_at = CASE WHEN $2 = 'technician' THEN clock_timestamp() ELSE staff_heard_at END,
              customer_score = CASE WHEN $2 = 'customer' THEN coalesce($3::double precision, customer_score) ELSE customer_score END,
              staff_score = CASE WHEN $2 = 'technician' THEN coalesce($3::double precision, staff_score) ELSE staff_score END,
              reports = reports + CASE WHEN $3::double precision IS NULL THEN 0 ELSE 1 END,
              score_sum = score_sum + coalesce($3::double precision, 0),
              worst_score = least(worst_score, $3::double precision),
              loss_sum = loss_sum + coalesce($4::double precision, 0),
              jitter_sum = jitter_sum + coalesce($5::double precision, 0),
              round_trip_sum = round_trip_sum + coalesce($6::double precision, 0)
            WHERE id = $1 AND state = 'active'
            RETURNING *
            """;
    private static final String UNANSWERED = """
            SELECT * FROM call WHERE session_id = $1 AND state = 'ringing' AND ring_expires_at <= clock_timestamp()
            FOR UPDATE
            """;
    private static final String SILENT = """
            SELECT * FROM call
            WHERE session_id = $1 AND state = 'active'
              AND least(customer_heard_at, staff_heard_at) <= clock_timestamp() - $2 * interval '1 millisecond'
            FOR UPDATE
            """;
    private static final String SAID = """
            UPDATE call SET said_seconds = coalesce($2, said_seconds), said_score = coalesce($3, said_score) WHERE id = $1
            """;

    /** What a client said of a call when it ended. */
    public record Said(Optional<Integer> seconds, Optional<Double> score) {}

    Uni<Call> begin(SqlConnection connection, Session session, Seat askedBy, boolean endsSession) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(session.organisation(), session.id(), askedBy.wire(), endsSession))
                .map(rows -> CallRows.first(rows).orElseThrow());
    }

    /** The session as one with a call, which it begins now. */
    Uni<Session> enter(SqlConnection connection, Session session) {
        return connection
                .preparedQuery(ENTER_SESSION)
                .execute(Tuple.of(session.id()))
                .map(rows -> SessionRows.first(rows).orElseThrow());
    }

    /** The session goes on without this call. */
    Uni<Void> leave(SqlConnection connection, Call call) {
        return connection
                .preparedQuery(LEAVE_SESSION)
                .execute(Tuple.of(call.session()))
                .replaceWithVoid();
    }

    /** The session of a call, which never changes. */
    Uni<UUID> sessionOf(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("SELECT session_id FROM call WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw unknown();
                    }
                    return rows.iterator().next().getUUID("session_id");
                });
    }

    /** Finds a call, for reading. */
    public Uni<Call> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("SELECT * FROM call WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> CallRows.first(rows).orElseThrow(Calls::unknown));
    }

    /** Finds a call and keeps everybody else from changing it until the transaction ends. */
    public Uni<Call> lock(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("SELECT * FROM call WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .map(rows -> CallRows.first(rows).orElseThrow(Calls::unknown));
    }

    /** The newest calls of a session, those that are over too. */
    public Uni<List<Call>> of(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery("SELECT * FROM call WHERE session_id = $1 ORDER BY requested_at DESC, id DESC LIMIT $2")
                .execute(Tuple.of(session, MOST))
                .map(CallRows::all);
    }

    /** The call of a session that is not over yet, locked. */
    public Uni<Optional<Call>> lockOpenOf(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(
                        "SELECT * FROM call WHERE session_id = $1 AND state IN ('queued', 'ringing', 'active') FOR UPDATE")
                .execute(Tuple.of(session))
                .map(CallRows::first);
    }

    /** The calls of these sessions that are not over yet. */
    public Uni<List<Call>> openOf(SqlConnection connection, List<UUID> sessions) {
        return connection
                .preparedQuery(
                        "SELECT * FROM call WHERE session_id = ANY ($1) AND state IN ('queued', 'ringing', 'active')")
                .execute(Tuple.of(sessions.toArray(UUID[]::new)))
                .map(CallRows::all);
    }

    /** The call of a session that has rung for its whole time, locked. */
    public Uni<Optional<Call>> lockUnanswered(SqlConnection connection, UUID session) {
        return connection.preparedQuery(UNANSWERED).execute(Tuple.of(session)).map(CallRows::first);
    }

    /** The call of a session of which one side has said nothing for so long, locked. */
    public Uni<Optional<Call>> lockSilent(SqlConnection connection, UUID session, Duration silence) {
        return connection
                .preparedQuery(SILENT)
                .execute(Tuple.of(session, silence.toMillis()))
                .map(CallRows::first);
    }

    /** In how many calls a member of the staff speaks. */
    public Uni<Integer> activeOf(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery("SELECT count(*) AS calls FROM call WHERE staff_id = $1 AND state = 'active'")
                .execute(Tuple.of(staff))
                .map(rows -> rows.iterator().next().getLong("calls").intValue());
    }

    /** What a command brings with it into the row. */
    private record Change(UUID staff, Seat rings, Long ringMillis, EndReason reason) {

        static Change of(CallCommand command) {
            return switch (command) {
                case CallCommand.Queue queue -> new Change(null, null, null, null);
                case CallCommand.Ring ring ->
                    new Change(ring.staffId(), ring.at(), ring.time().toMillis(), null);
                case CallCommand.Answer answer -> new Change(answer.staffId(), null, null, null);
                case CallCommand.HandOver handOver -> new Change(handOver.staffId(), null, null, null);
                case CallCommand.Decline decline -> new Change(null, null, null, decline.reason());
                case CallCommand.End end -> new Change(null, null, null, end.reason());
            };
        }
    }

    Uni<Call> move(SqlConnection connection, Call call, CallState to, CallCommand command) {
        var change = Change.of(command);
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.from(new Object[] {
                    call.id(),
                    call.state().wire(),
                    call.version(),
                    to.wire(),
                    change.staff(),
                    change.rings() == null ? null : change.rings().wire(),
                    change.ringMillis(),
                    change.reason() == null ? null : change.reason().code(),
                    EndReason.CONNECTION_LOST.equals(change.reason())
                }))
                .map(rows -> CallRows.first(rows)
                        .orElseThrow(() -> new ProblemException(SessionProblem.NOT_NOW, "The call has just changed.")));
    }

    /** Notes at whom a call has rung in vain. */
    Uni<Void> noteMissed(SqlConnection connection, Call call) {
        return connection
                .preparedQuery(NOTE_MISSED)
                .execute(Tuple.of(call.id()))
                .replaceWithVoid();
    }

    /** Notes that one side is there, and what it measured; absent when the call is not active. */
    public Uni<Optional<Call>> report(SqlConnection connection, UUID id, Seat seat, Optional<Measured> measured) {
        return connection
                .preparedQuery(REPORT)
                .execute(Tuple.from(new Object[] {
                    id,
                    seat.wire(),
                    measured.map(Measured::score).orElse(null),
                    measured.map(Measured::lossPercent).orElse(null),
                    measured.map(Measured::jitterMs).orElse(null),
                    measured.map(Measured::roundTripMs).orElse(null)
                }))
                .map(CallRows::first);
    }

    public Uni<Void> said(SqlConnection connection, UUID id, Said said) {
        return said.seconds().isEmpty() && said.score().isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(SAID)
                        .execute(Tuple.of(
                                id, said.seconds().orElse(null), said.score().orElse(null)))
                        .replaceWithVoid();
    }

    /** The same answer for a call that is not there and for one that the caller may not know of. */
    static ProblemException unknown() {
        return new ProblemException(SessionProblem.CALL_UNKNOWN, "Look at the calls that wait, or start one.");
    }
}
