package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.SessionState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which sessions are in which case. */
@ApplicationScoped
class CaseLinks {

    private static final String OF_CASES = """
            SELECT link.case_id, s.id, s.number, s.state, s.subject, s.requested_at
            FROM case_session AS link JOIN session AS s ON s.id = link.session_id
            WHERE link.case_id = ANY ($1)
            ORDER BY s.requested_at DESC, s.id DESC
            """;
    private static final String LINK = """
            INSERT INTO case_session (case_id, session_id, organisation_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """;

    /** A session as far as a case tells of it. */
    record Linked(UUID id, long number, SessionState state, Optional<String> subject, Instant requestedAt) {}

    /** The sessions of each case, newest first. */
    Uni<Map<UUID, List<Linked>>> of(SqlConnection connection, List<CaseFile> files) {
        var ids = files.stream().map(CaseFile::id).toArray(UUID[]::new);
        return connection
                .preparedQuery(OF_CASES)
                .execute(Tuple.of(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("case_id"),
                                Collectors.mapping(CaseLinks::linked, Collectors.toList()))));
    }

    Uni<Void> link(SqlConnection connection, UUID organisation, UUID file, UUID session) {
        return connection
                .preparedQuery(LINK)
                .execute(Tuple.of(file, session, organisation))
                .replaceWithVoid();
    }

    Uni<Void> unlink(SqlConnection connection, UUID file, UUID session) {
        return connection
                .preparedQuery("DELETE FROM case_session WHERE case_id = $1 AND session_id = $2")
                .execute(Tuple.of(file, session))
                .replaceWithVoid();
    }

    Uni<Long> count(SqlConnection connection, UUID file) {
        return connection
                .preparedQuery("SELECT count(*) FROM case_session WHERE case_id = $1")
                .execute(Tuple.of(file))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Linked linked(Row row) {
        return new Linked(
                row.getUUID("id"),
                row.getLong("number"),
                SessionState.of(row.getString("state")),
                Optional.ofNullable(row.getString("subject")),
                row.getOffsetDateTime("requested_at").toInstant());
    }
}
