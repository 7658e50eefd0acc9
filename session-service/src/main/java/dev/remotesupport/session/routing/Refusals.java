package dev.remotesupport.session.routing;

import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.WhenEnded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Remembers who should not be offered a session again for a while. */
@ApplicationScoped
public class Refusals implements WhenEnded {

    private static final String NOTE = """
            INSERT INTO session_refusal (session_id, staff_id, organisation_id) VALUES ($1, $2, $3)
            ON CONFLICT (session_id, staff_id) DO UPDATE SET refused_at = excluded.refused_at
            """;

    public Uni<Void> note(SqlConnection connection, Session session, UUID staff) {
        return connection
                .preparedQuery(NOTE)
                .execute(Tuple.of(session.id(), staff, session.organisation()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, Session session) {
        return connection
                .preparedQuery("DELETE FROM session_refusal WHERE session_id = $1")
                .execute(Tuple.of(session.id()))
                .replaceWithVoid();
    }
}
