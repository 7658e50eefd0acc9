package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps grants. Whoever changes one has locked its session first. */
@ApplicationScoped
class GrantStore {

    private static final String OF_SESSION = """
            SELECT capability, given_at, expires_at, CASE WHEN outcome IN ('revoked', 'ended') THEN closed_at END AS revoked_at
            FROM session_grant WHERE session_id = $1 AND outcome IS DISTINCT FROM 'renewed'
            ORDER BY given_at DESC, id DESC LIMIT $2
            """;
    private static final String IN_FORCE = """
            SELECT capability, given_at, expires_at, NULL::timestamptz AS revoked_at
            FROM session_grant WHERE session_id = $1 AND closed_at IS NULL AND expires_at > clock_timestamp()
            ORDER BY given_at, id
            """;
    private static final String GIVE = """
            INSERT INTO session_grant (organisation_id, session_id, capability, given_by, asked_by, given_at, expires_at)
            SELECT $1, $2, $3, $4, $5, clock.at, clock.at + $6 * interval '1 second'
            FROM (SELECT clock_timestamp() AS at) AS clock
            RETURNING capability, given_at, expires_at, NULL::timestamptz AS revoked_at
            """;
    private static final String CLOSE = """
            UPDATE session_grant SET closed_at = greatest(clock_timestamp(), given_at), outcome = $3, revoked_by = $4
            WHERE session_id = $1 AND capability = $2 AND closed_at IS NULL AND given_at <= coalesce($5, 'infinity'::timestamptz)
            """;
    private static final String CLOSE_ALL = """
            UPDATE session_grant SET closed_at = greatest(clock_timestamp(), given_at), outcome = 'ended'
            WHERE session_id = $1 AND closed_at IS NULL
            """;
    private static final String DUE = """
            SELECT capability FROM session_grant
            WHERE session_id = $1 AND closed_at IS NULL AND expires_at <= clock_timestamp()
            ORDER BY expires_at, id
            """;

    /** How a grant came to its end. */
    enum Outcome {
        RENEWED,
        REVOKED,
        EXPIRED
    }

    /** The newest grants of a session, those that are over too. */
    Uni<List<Grant>> of(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(OF_SESSION)
                .execute(Tuple.of(session, Limits.GRANTS))
                .map(GrantStore::grants);
    }

    /** What the customer allows at this moment. */
    Uni<List<Grant>> inForce(SqlConnection connection, UUID session) {
        return connection.preparedQuery(IN_FORCE).execute(Tuple.of(session)).map(GrantStore::grants);
    }

    Uni<Grant> give(SqlConnection connection, Session session, UUID participant, Wanted wanted, Duration lasting) {
        return connection
                .preparedQuery(GIVE)
                .execute(Tuple.of(
                        session.organisation(),
                        session.id(),
                        wanted.capability().wire(),
                        participant,
                        wanted.askedBy().orElse(null),
                        lasting.toSeconds()))
                .map(rows -> grants(rows).getFirst());
    }

    /** Closes the grant of a capability if there is one, and says whether there was. */
    Uni<Boolean> close(
            SqlConnection connection, UUID session, Capability capability, Outcome outcome, Optional<Seat> by) {
        return close(connection, session, capability, outcome, by, Optional.empty());
    }

    /** As above, for a grant given no later than {@code latest}. */
    Uni<Boolean> close(
            SqlConnection connection,
            UUID session,
            Capability capability,
            Outcome outcome,
            Optional<Seat> by,
            Optional<Instant> latest) {
        return connection
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        session,
                        capability.wire(),
                        Wire.name(outcome),
                        by.map(Seat::wire).orElse(null),
                        latest.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null)))
                .map(closed -> closed.rowCount() > 0);
    }

    Uni<Void> closeAll(SqlConnection connection, UUID session) {
        return connection.preparedQuery(CLOSE_ALL).execute(Tuple.of(session)).replaceWithVoid();
    }

    /** The capabilities of a session whose time has run out. */
    Uni<List<Capability>> due(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(session))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Capability.of(row.getString("capability")))
                        .toList());
    }

    private static List<Grant> grants(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Grant(
                        Capability.of(row.getString("capability")),
                        row.getOffsetDateTime("given_at").toInstant(),
                        row.getOffsetDateTime("expires_at").toInstant(),
                        Optional.ofNullable(row.getOffsetDateTime("revoked_at"))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .toList();
    }
}
