package dev.remotesupport.device.seen;

import dev.remotesupport.contracts.event.ParticipantLeft;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/**
 * Writes what was seen. A device may be in several sessions, whose events arrive in any order: the latest by its time
 * wins, whenever it comes.
 */
@ApplicationScoped
class SightingStore {

    private static final String SEE = """
            INSERT INTO device AS known (organisation_id, id, kind, name, os, last_seen_at, joined_at, last_session_id)
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
            ON CONFLICT (organisation_id, id) DO UPDATE SET
              last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
              (kind, name, os, joined_at, last_session_id) = (
                SELECT latest.* FROM (VALUES
                  (known.kind, known.name, known.os, known.joined_at, known.last_session_id),
                  (excluded.kind, excluded.name, excluded.os, excluded.joined_at, excluded.last_session_id))
                  AS latest (kind, name, os, joined_at, last_session_id)
                ORDER BY latest.joined_at DESC LIMIT 1)
            """;
    private static final String ENTER = """
            INSERT INTO presence (session_id, participant_id, organisation_id, device_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (session_id, participant_id) DO UPDATE SET device_id = excluded.device_id
            """;
    private static final String LEAVE = """
            WITH gone AS (
              DELETE FROM presence WHERE session_id = $1 AND participant_id = $2 RETURNING organisation_id, device_id)
            UPDATE device SET last_seen_at = greatest(last_seen_at, $3)
            FROM gone WHERE device.organisation_id = gone.organisation_id AND device.id = gone.device_id
            """;

    Uni<Void> came(SqlConnection connection, Sighting seen) {
        return connection
                .preparedQuery(SEE)
                .execute(Tuple.from(new Object[] {
                    seen.organisation(),
                    seen.device(),
                    seen.kind().wire(),
                    seen.name(),
                    seen.os().orElse(null),
                    seen.at().atOffset(ZoneOffset.UTC),
                    seen.session()
                }))
                .chain(() -> connection
                        .preparedQuery(ENTER)
                        .execute(Tuple.of(seen.session(), seen.participant(), seen.organisation(), seen.device())))
                .replaceWithVoid();
    }

    Uni<Void> left(SqlConnection connection, ParticipantLeft left) {
        return connection
                .preparedQuery(LEAVE)
                .execute(Tuple.of(
                        left.sessionId(), left.participantId(), left.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
