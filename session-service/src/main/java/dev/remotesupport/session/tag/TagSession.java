package dev.remotesupport.session.tag;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Tags sessions, and counts the tags of an organisation. */
@ApplicationScoped
class TagSession {

    private static final String TAG = "UPDATE session SET tags = $2 WHERE id = $1 RETURNING *";
    private static final String COUNT = """
            SELECT tag, count(*) AS sessions FROM session_tag GROUP BY tag ORDER BY sessions DESC, tag LIMIT $1
            """;
    /** More tags than these nobody can choose from. */
    private static final int LISTED = 1_000;

    private final OpenSession open;
    private final Tenancy tenancy;

    TagSession(OpenSession open, Tenancy tenancy) {
        this.open = open;
        this.tenancy = tenancy;
    }

    record Counted(String tag, long sessions) {}

    /** Replaces all tags of a session, of an ended one too: tags are for finding. */
    Uni<Session> tag(Caller caller, UUID id, List<String> tags) {
        return open.toChange(
                caller,
                id,
                (connection, session) -> connection
                        .preparedQuery(TAG)
                        .execute(Tuple.of(id, tags.toArray(String[]::new)))
                        .map(rows -> SessionRows.first(rows).orElseThrow()));
    }

    /** The tags in use, the most used first. */
    Uni<List<Counted>> counted(Caller caller) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(LISTED))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> new Counted(row.getString("tag"), row.getLong("sessions")))
                                .toList()));
    }
}
