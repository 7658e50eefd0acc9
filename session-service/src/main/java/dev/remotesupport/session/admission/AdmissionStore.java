package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.WhenEnded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Remembers each tab or device of a person, so that it stays the same participant over reloads. */
@ApplicationScoped
class AdmissionStore implements WhenEnded {

    private static final String ADMIT = """
            INSERT INTO admission (organisation_id, session_id, caller_kind, caller_id, tab, seat)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (session_id, caller_kind, caller_id, tab) DO UPDATE SET seat = excluded.seat, admitted_at = excluded.admitted_at
            RETURNING participant_id, xmax = 0 AS fresh, (SELECT count(*) FROM admission WHERE session_id = $2) AS before
            """;

    /**
     * @param fresh whether this tab was not admitted yet
     * @param before how many were admitted until now
     */
    record Admitted(UUID participant, boolean fresh, long before) {}

    Uni<Admitted> admit(SqlConnection connection, Session session, Caller caller, Seat seat, String tab) {
        return connection
                .preparedQuery(ADMIT)
                .execute(Tuple.of(
                        session.organisation(), session.id(), caller.kind().wire(), caller.id(), tab, seat.wire()))
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new Admitted(row.getUUID("participant_id"), row.getBoolean("fresh"), row.getLong("before")));
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, Session session) {
        return connection
                .preparedQuery("DELETE FROM admission WHERE session_id = $1")
                .execute(Tuple.of(session.id()))
                .replaceWithVoid();
    }
}
