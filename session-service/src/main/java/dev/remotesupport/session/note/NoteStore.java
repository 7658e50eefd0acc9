package dev.remotesupport.session.note;

import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.note.Note.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Keeps notes. What is deleted is kept too, and found no more. */
@ApplicationScoped
class NoteStore {

    private static final String OF_SESSION = """
            SELECT * FROM session_note WHERE session_id = $1 AND deleted_at IS NULL ORDER BY written_at, id
            """;
    private static final String ONE = """
            SELECT * FROM session_note WHERE session_id = $1 AND id = $2 AND deleted_at IS NULL FOR UPDATE
            """;
    private static final String COUNT =
            "SELECT count(*) FROM session_note WHERE session_id = $1 AND deleted_at IS NULL";
    /** Writing is doing something in a session that lasts. */
    private static final String WRITE = """
            WITH lasting AS (
              UPDATE session SET last_active_at = greatest(clock_timestamp(), last_active_at)
              WHERE id = $2 AND state <> 'ended')
            INSERT INTO session_note (organisation_id, session_id, author_id, author_name, text)
            VALUES ($1, $2, $3, $4, $5)
            RETURNING *
            """;

    private static final String EDIT = """
            UPDATE session_note SET text = $2, edited_at = greatest(clock_timestamp(), written_at) WHERE id = $1 RETURNING *
            """;
    private static final String DELETE = """
            UPDATE session_note SET deleted_at = clock_timestamp(), deleted_by = $2, deleted_by_name = $3 WHERE id = $1
            """;

    Uni<List<Note>> of(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(OF_SESSION)
                .execute(Tuple.of(session))
                .map(rows -> notes(rows).toList());
    }

    /** Finds a note of a session and keeps everybody else from changing it until the transaction ends. */
    Uni<Optional<Note>> lock(SqlConnection connection, UUID session, UUID note) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(session, note))
                .map(rows -> notes(rows).findFirst());
    }

    Uni<Long> count(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(session))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Note> write(SqlConnection connection, Session session, Author author, String text) {
        return connection
                .preparedQuery(WRITE)
                .execute(Tuple.of(session.organisation(), session.id(), author.id(), author.name(), text))
                .map(rows -> notes(rows).findFirst().orElseThrow());
    }

    Uni<Note> edit(SqlConnection connection, Note note, String text) {
        return connection
                .preparedQuery(EDIT)
                .execute(Tuple.of(note.id(), text))
                .map(rows -> notes(rows).findFirst().orElseThrow());
    }

    Uni<Void> delete(SqlConnection connection, Note note, Author by) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(note.id(), by.id(), by.name()))
                .replaceWithVoid();
    }

    private static Stream<Note> notes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Note(
                        row.getUUID("id"),
                        new Author(row.getString("author_id"), row.getString("author_name")),
                        row.getString("text"),
                        row.getOffsetDateTime("written_at").toInstant(),
                        Optional.ofNullable(row.getOffsetDateTime("edited_at")).map(OffsetDateTime::toInstant)));
    }
}
