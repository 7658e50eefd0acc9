package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.DeskEvent;
import dev.remotesupport.contracts.event.SessionEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Adds up what facts say of sessions, calls and stints. Each time anew from all facts of the session or person, and what is known
 * already only ever grows: so neither the order of facts nor their repetition matters, nor who else adds up at the same time.
 */
@ApplicationScoped
class FigureStore {

    private static final String SESSIONS = """
            INSERT INTO session_figures AS known (session_id, organisation_id, channel, requested_at, assigned_at, staff_id,
              staff_version, ended_at, duration_seconds, rating, rated_at)
            SELECT key::uuid, (array_agg(organisation_id))[1], max(channel),
              min(at) FILTER (WHERE type = 'SessionRequested'),
              min(at) FILTER (WHERE type = 'SessionAssigned'),
              (array_agg(staff_id ORDER BY version DESC) FILTER (WHERE type = 'SessionAssigned'))[1],
              coalesce(max(version) FILTER (WHERE type = 'SessionAssigned'), 0),
              min(at) FILTER (WHERE type = 'SessionEnded'),
              max(duration_seconds),
              max(rating),
              min(at) FILTER (WHERE type = 'SessionRated')
            FROM fact WHERE topic = $1 AND key = ANY ($2) GROUP BY key ORDER BY key
            ON CONFLICT (session_id) DO UPDATE SET
              channel = coalesce(known.channel, excluded.channel),
              requested_at = coalesce(known.requested_at, excluded.requested_at),
              assigned_at = least(known.assigned_at, excluded.assigned_at),
              staff_id = CASE WHEN excluded.staff_version > known.staff_version THEN excluded.staff_id ELSE known.staff_id END,
              staff_version = greatest(known.staff_version, excluded.staff_version),
              ended_at = coalesce(known.ended_at, excluded.ended_at),
              duration_seconds = coalesce(known.duration_seconds, excluded.duration_seconds),
              rating = coalesce(known.rating, excluded.rating),
              rated_at = coalesce(known.rated_at, excluded.rated_at)
            """;
    private static final String CALLS = """
            INSERT INTO call_figures AS known (call_id, organisation_id, asked_at, answered_at, ended_at, outcome, call_seconds, score)
            SELECT key::uuid, (array_agg(organisation_id))[1],
              min(at) FILTER (WHERE type = 'CallQueued'),
              min(at) FILTER (WHERE type = 'CallAnswered'),
              min(at) FILTER (WHERE type = 'CallEnded'),
              max(outcome), max(call_seconds), max(score)
            FROM fact WHERE topic = $1 AND key = ANY ($2) GROUP BY key ORDER BY key
            ON CONFLICT (call_id) DO UPDATE SET
              asked_at = least(known.asked_at, excluded.asked_at),
              answered_at = least(known.answered_at, excluded.answered_at),
              ended_at = coalesce(known.ended_at, excluded.ended_at),
              outcome = coalesce(known.outcome, excluded.outcome),
              call_seconds = coalesce(known.call_seconds, excluded.call_seconds),
              score = coalesce(known.score, excluded.score)
            """;
    private static final String KEEP_STINTS = """
            INSERT INTO stint AS known (kind, key, version, organisation_id, staff_id, began_at, ended_at)
            SELECT '%s', key::uuid, version, organisation_id, staff_id, at, next_at
            FROM (SELECT *, lead(at) OVER (PARTITION BY key ORDER BY version) AS next_at
                  FROM fact WHERE topic = $1 AND key = ANY ($2) AND type IN (%s)) AS step
            WHERE %s
            ORDER BY key, version
            ON CONFLICT (kind, key, version) DO UPDATE SET ended_at = least(known.ended_at, excluded.ended_at)
              WHERE known.ended_at IS DISTINCT FROM least(known.ended_at, excluded.ended_at)
            """;
    /** Who has a session has it until another gets it, it returns to the queue or ends. */
    private static final String HELD = KEEP_STINTS.formatted(
            "session",
            "'SessionAssigned', 'SessionQueued', 'SessionEnded'",
            "type = 'SessionAssigned' AND staff_id IS NOT NULL");

    private static final String DUTY = KEEP_STINTS.formatted("duty", "'StaffAvailabilityChanged'", "on_duty");

    Uni<Void> follow(SqlConnection connection, List<Fact> facts) {
        return add(connection, SESSIONS, SessionEvent.TOPIC, facts)
                .chain(() -> add(connection, CALLS, CallEvent.TOPIC, facts))
                .chain(() -> add(connection, HELD, SessionEvent.TOPIC, facts))
                .chain(() -> add(connection, DUTY, DeskEvent.TOPIC, facts));
    }

    private static Uni<Void> add(SqlConnection connection, String sql, String topic, List<Fact> facts) {
        var keys = facts.stream()
                .filter(fact -> fact.topic().equals(topic))
                .map(Fact::key)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return keys.length == 0
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).execute(Tuple.of(topic, keys)).replaceWithVoid();
    }
}
