package dev.remotesupport.session.idle;

import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Finds sessions in which nothing happens, and notes what does. Replicas share the work: each takes what no other holds. */
@ApplicationScoped
class IdleStore {

    /**
     * Sessions that wait are never idle: their customer can do nothing but wait. Nor is one whose customer lets somebody
     * control or call, because no event tells of what is done or said then. A call has a rule of its own for silence.
     */
    private static final String MAY_BE_IDLE = """
            s.state IN ('active', 'interrupted') AND NOT EXISTS (
              SELECT FROM session_grant AS given WHERE given.session_id = s.id AND given.closed_at IS NULL
                AND given.capability IN ('control', 'call') AND given.expires_at > clock_timestamp())
            AND NOT EXISTS (SELECT FROM call WHERE call.session_id = s.id AND call.state = 'active')
            """;
    /** The warning is no activity: it leaves {@code last_active_at} alone. */
    private static final String WARN = """
            WITH quiet AS (
              SELECT s.id, CASE WHEN desk.organisation_id IS NULL THEN $2 * interval '1 second'
                  ELSE (desk.idle_end_minutes - desk.idle_warn_minutes) * interval '1 minute' END AS notice
              FROM session AS s LEFT JOIN desk ON desk.organisation_id = s.organisation_id
              WHERE %s
                AND s.last_active_at < clock_timestamp() - CASE WHEN desk.organisation_id IS NULL THEN $1 * interval '1 second'
                  ELSE desk.idle_warn_minutes * interval '1 minute' END
                AND (s.idle_warned_at IS NULL OR s.idle_warned_at < s.last_active_at)
              ORDER BY s.last_active_at LIMIT $3
              FOR UPDATE OF s SKIP LOCKED)
            UPDATE session SET version = version + 1, idle_warned_at = clock.at, idle_ends_at = clock.at + quiet.notice
            FROM quiet, (SELECT clock_timestamp() AS at) AS clock
            WHERE session.id = quiet.id
            RETURNING session.organisation_id, session.id, session.version, session.idle_warned_at, session.idle_ends_at
            """.formatted(MAY_BE_IDLE);

    private static final String DUE = """
            SELECT * FROM session AS s
            WHERE s.idle_ends_at <= clock_timestamp() AND s.idle_warned_at >= s.last_active_at AND %s
            ORDER BY s.idle_ends_at LIMIT $1
            FOR UPDATE SKIP LOCKED
            """.formatted(MAY_BE_IDLE);
    /** An activity that is hardly newer than the last is not worth a write. */
    private static final String ACT = """
            UPDATE session SET last_active_at = least(act.at, clock_timestamp())
            FROM (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS act (id, at) ORDER BY id) AS act
            WHERE session.id = act.id AND state IN ('active', 'interrupted') AND last_active_at < act.at - interval '15 seconds'
            """;

    Uni<List<SessionIdleWarned>> warn(SqlConnection connection, Duration after, Duration notice, int limit) {
        return connection
                .preparedQuery(WARN)
                .execute(Tuple.of(after.toSeconds(), notice.toSeconds(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(IdleStore::warned)
                        .toList());
    }

    /** Sessions whose notice has passed without anything happening, locked. */
    Uni<List<Session>> due(SqlConnection connection, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(limit)).map(SessionRows::all);
    }

    /** Notes when something last happened in sessions. */
    Uni<Void> act(SqlConnection connection, Map<UUID, Instant> latest) {
        if (latest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = latest.keySet().toArray(UUID[]::new);
        var times =
                latest.values().stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return connection.preparedQuery(ACT).execute(Tuple.of(ids, times)).replaceWithVoid();
    }

    private static SessionIdleWarned warned(Row row) {
        return new SessionIdleWarned(
                row.getUUID("organisation_id"),
                row.getUUID("id"),
                row.getLong("version"),
                row.getOffsetDateTime("idle_warned_at").toInstant(),
                row.getOffsetDateTime("idle_ends_at").toInstant());
    }
}
