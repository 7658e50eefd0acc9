package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.OpenCall;
import dev.remotesupport.session.calldesk.AnswerCall.Answered;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Customers who do not want to wait are called back; nobody whose call was missed is forgotten. */
@ApplicationScoped
class CallBacks {

    private static final int MOST = 200;

    private static final String REQUEST =
            "INSERT INTO call_back (call_id, organisation_id, contact, note) VALUES ($1, $2, $3, $4)";
    private static final String DONE = """
            UPDATE call_back SET done_at = clock_timestamp(), done_by = $2 WHERE call_id = $1 AND done_at IS NULL
            """;

    /** Whoever asked to be called back is everybody's to call, as whoever waits is. */
    private static final String MISSED = """
            SELECT call.id, call.session_id, session.customer_name, call.requested_at, call.ended_at, call.end_reason,
              EXISTS (SELECT FROM call_ring AS ring WHERE ring.call_id = call.id AND ring.staff_id = $1) AS rang_here,
              back.requested_at AS asked_at, back.contact, back.note, back.done_at, back.done_by
            FROM call
            JOIN session ON session.id = call.session_id
            LEFT JOIN call_back AS back ON back.call_id = call.id
            WHERE call.requested_at > clock_timestamp() - interval '30 days'
              AND (call.state = 'missed' AND (back.call_id IS NOT NULL OR %s)
                OR EXISTS (SELECT FROM call_ring AS ring WHERE ring.call_id = call.id AND ring.staff_id = $1))
              AND ($3::uuid IS NULL OR call.id = $3)
            ORDER BY call.requested_at DESC, call.id DESC LIMIT $2
            """;

    private final Tenancy tenancy;
    private final Sights sights;
    private final OpenCall open;
    private final HangUp hangUp;

    CallBacks(Tenancy tenancy, Sights sights, OpenCall open, HangUp hangUp) {
        this.tenancy = tenancy;
        this.sights = sights;
        this.open = open;
        this.hangUp = hangUp;
    }

    /** Where and about what somebody is to be called back. */
    record Wish(Optional<String> contact, Optional<String> note) {}

    /** @param doneBy who called back; absent while nobody has */
    record CallBack(Instant askedAt, Wish wish, Optional<Instant> doneAt, Optional<String> doneBy) {}

    /**
     * A call that nobody answered, or not the one at whom it rang.
     *
     * @param rangHere whether it rang in vain at who asks
     */
    record Missed(
            UUID id,
            UUID session,
            String customerName,
            Instant requestedAt,
            Optional<Instant> endedAt,
            Optional<String> endReason,
            boolean rangHere,
            Optional<CallBack> back) {}

    /** The call waits no more. */
    Uni<Answered> request(Caller caller, UUID id, Wish wish) {
        return open.toChange(
                caller,
                id,
                (connection, session, call) -> connection
                        .preparedQuery(REQUEST)
                        .execute(Tuple.of(
                                id,
                                checked(session, call, caller).organisation(),
                                wish.contact().orElse(null),
                                wish.note().orElse(null)))
                        .chain(() -> hangUp.hangUp(connection, session, call, EndReason.CALL_BACK))
                        .map(ended -> new Answered(session, ended)));
    }

    /** Newest first, at most 200 of the last 30 days. */
    Uni<List<Missed>> missed(Caller caller) {
        return tenancy.inTransaction(caller.organisationId(), connection -> missed(connection, caller, null, MOST));
    }

    /** Doing it again is no error; whoever was first stays. Fails with 404 for what is not to be called back. */
    Uni<Missed> done(Caller caller, UUID id) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> connection
                        .preparedQuery(DONE)
                        .execute(Tuple.of(id, caller.name().isBlank() ? "Staff" : caller.name()))
                        .chain(() -> missed(connection, caller, id, 1))
                        .map(found -> found.stream()
                                .filter(missed -> missed.back().isPresent())
                                .findFirst()
                                .orElseThrow(() -> new ProblemException(
                                        SessionProblem.CALL_UNKNOWN, "Nobody asked to be called back."))));
    }

    private Uni<List<Missed>> missed(SqlConnection connection, Caller caller, UUID id, int atMost) {
        return sights.of(connection, caller).chain(sight -> {
            var seen = sight.condition(4);
            var parameters = Tuple.of(
                    caller.isStaffAtLeast(StaffRole.SUPPORT) ? UUID.fromString(caller.id()) : null, atMost, id);
            seen.parameters().forEach(parameters::addValue);
            return connection
                    .preparedQuery(MISSED.formatted(seen.sql()))
                    .execute(parameters)
                    .map(CallBacks::all);
        });
    }

    private static Call checked(Session session, Call call, Caller caller) {
        if (caller.kind() != CallerKind.API_KEY && !SessionAccess.isCustomer(session, caller)) {
            throw new ProblemException(SessionProblem.NOT_YOUR_CALL, "Only its customer asks to be called back.");
        }
        if (call.state().isOver()) {
            throw new ProblemException(SessionProblem.CALL_OVER, "Start another call.");
        }
        if (!CallPolicy.waits(session)) {
            throw new ProblemException(SessionProblem.NOT_NOW, "Somebody is there already.");
        }
        return call;
    }

    private static List<Missed> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CallBacks::read)
                .toList();
    }

    private static Missed read(Row row) {
        return new Missed(
                row.getUUID("id"),
                row.getUUID("session_id"),
                row.getString("customer_name"),
                time(row, "requested_at").orElseThrow(),
                time(row, "ended_at"),
                Optional.ofNullable(row.getString("end_reason")),
                row.getBoolean("rang_here"),
                time(row, "asked_at")
                        .map(asked -> new CallBack(
                                asked,
                                new Wish(
                                        Optional.ofNullable(row.getString("contact")),
                                        Optional.ofNullable(row.getString("note"))),
                                time(row, "done_at"),
                                Optional.ofNullable(row.getString("done_by")))));
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
