package dev.remotesupport.chat.alert;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who waits and who is there, as the database keeps it, of the organisation that the transaction runs for. */
@ApplicationScoped
class DeskStore {

    /** One that was offered to somebody and came back has waited all the time. */
    private static final String WAITS = """
            INSERT INTO waiting_session (session_id, organisation_id, since) VALUES ($1, $2, $3)
            ON CONFLICT (session_id) DO NOTHING
            """;

    private static final String WAITS_NO_MORE = "DELETE FROM waiting_session WHERE session_id = $1";
    /** Several changes that say the same leave the moment of the first. */
    private static final String STAFF = """
            INSERT INTO staff_there AS known (staff_id, organisation_id, there, since) VALUES ($1, $2, $3, $4)
            ON CONFLICT (staff_id) DO UPDATE SET there = excluded.there, since = excluded.since
            WHERE known.there <> excluded.there
            """;

    private static final String LATE = """
            SELECT session_id, since FROM waiting_session
            WHERE since < clock_timestamp() - $1 * interval '1 millisecond' AND NOT told ORDER BY since
            """;

    private static final String TOLD = "UPDATE waiting_session SET told = true WHERE session_id = ANY ($1)";

    private static final String UNATTENDED = """
            SELECT session_id, since FROM waiting_session WHERE NOT EXISTS (SELECT FROM staff_there WHERE there) ORDER BY since
            """;

    private static final String LEFT = "SELECT max(since) AS since FROM staff_there";

    /** A session in the queue. */
    record Waiting(UUID session, OffsetDateTime since) {}

    Uni<Void> waits(SqlConnection connection, SessionQueued queued) {
        return run(
                connection,
                WAITS,
                Tuple.of(queued.sessionId(), queued.organisation(), queued.at().atOffset(ZoneOffset.UTC)));
    }

    Uni<Void> waitsNoMore(SqlConnection connection, UUID session) {
        return run(connection, WAITS_NO_MORE, Tuple.of(session));
    }

    Uni<Void> staff(SqlConnection connection, StaffAvailabilityChanged change) {
        boolean there = change.availability() == Availability.ONLINE && change.connected();
        return run(
                connection,
                STAFF,
                Tuple.of(
                        change.staffId(),
                        change.organisation(),
                        there,
                        change.at().atOffset(ZoneOffset.UTC)));
    }

    /** Who has waited longer than that and was not told of yet, the longest first. */
    Uni<List<Waiting>> late(SqlConnection connection, Duration limit) {
        return read(connection, LATE, Tuple.of(limit.toMillis()));
    }

    Uni<Void> told(SqlConnection connection, List<Waiting> late) {
        return run(connection, TOLD, Tuple.of((Object)
                late.stream().map(Waiting::session).toArray(UUID[]::new)));
    }

    /** Who waits while nobody of the staff takes sessions, the longest first. */
    Uni<List<Waiting>> unattended(SqlConnection connection) {
        return read(connection, UNATTENDED, Tuple.tuple());
    }

    /** When the last of the staff left, where nobody is there; nothing where nobody was ever seen. */
    Uni<Optional<OffsetDateTime>> left(SqlConnection connection) {
        return connection
                .query(LEFT)
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("since")));
    }

    private static Uni<Void> run(SqlConnection connection, String statement, Tuple values) {
        return connection.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private static Uni<List<Waiting>> read(SqlConnection connection, String statement, Tuple values) {
        return connection.preparedQuery(statement).execute(values).map(rows -> {
            var found = new ArrayList<Waiting>();
            for (Row row : rows) {
                found.add(new Waiting(row.getUUID("session_id"), row.getOffsetDateTime("since")));
            }
            return found;
        });
    }
}
