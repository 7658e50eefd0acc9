package dev.remotesupport.session.invitation;

import dev.remotesupport.session.lifecycle.Session.Staff;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps invitations. */
@ApplicationScoped
class InvitationStore {

    /** Those that never led to a session say nothing after a day. */
    private static final String TIDY = """
            DELETE FROM invitation WHERE organisation_id = $1 AND used_at IS NULL AND expires_at < clock_timestamp() - interval '1 day'
            """;

    private static final String OPEN_OF = """
            SELECT count(*) AS open FROM invitation
            WHERE staff_id = $1 AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > clock_timestamp()
            """;
    private static final String MAKE = """
            INSERT INTO invitation (organisation_id, code_hash, staff_id, staff_name, subject, created_at, expires_at)
            SELECT $1, $2, $3, $4, $5, clock.at, clock.at + $6 * interval '1 second'
            FROM (SELECT clock_timestamp() AS at) AS clock
            RETURNING *
            """;
    private static final String OF_CODE = "SELECT organisation_id FROM invitation WHERE code_hash = $1";
    private static final String LOCK = "SELECT * FROM invitation WHERE code_hash = $1 FOR UPDATE";
    private static final String FIND = "SELECT * FROM invitation WHERE id = $1 AND staff_id = $2";
    private static final String USE =
            "UPDATE invitation SET used_at = clock_timestamp(), session_id = $2 WHERE id = $1";
    private static final String WITHDRAW = """
            UPDATE invitation SET withdrawn_at = coalesce(withdrawn_at, clock_timestamp())
            WHERE id = $1 AND staff_id = $2 AND used_at IS NULL
            """;

    Uni<Void> tidy(SqlConnection connection, UUID organisation) {
        return connection.preparedQuery(TIDY).execute(Tuple.of(organisation)).replaceWithVoid();
    }

    Uni<Long> openOf(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery(OPEN_OF)
                .execute(Tuple.of(staff))
                .map(rows -> rows.iterator().next().getLong("open"));
    }

    Uni<Invitation> make(
            SqlConnection connection,
            UUID organisation,
            Code code,
            Staff staff,
            Optional<String> subject,
            Duration lasting) {
        return connection
                .preparedQuery(MAKE)
                .execute(Tuple.from(new Object[] {
                    organisation,
                    Buffer.buffer(code.hash()),
                    staff.id(),
                    staff.name(),
                    subject.orElse(null),
                    lasting.toSeconds()
                }))
                .map(rows -> first(rows).orElseThrow());
    }

    /** Whose code it is, asked by the system: who types it belongs to nobody yet. */
    Uni<Optional<UUID>> organisationOf(SqlConnection connection, Code code) {
        return connection
                .preparedQuery(OF_CODE)
                .execute(Tuple.of(Buffer.buffer(code.hash())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getUUID("organisation_id")));
    }

    /** Of two who type the same code at once, the second waits here and finds it used. */
    Uni<Optional<Invitation>> lock(SqlConnection connection, Code code) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(Buffer.buffer(code.hash())))
                .map(InvitationStore::first);
    }

    Uni<Optional<Invitation>> find(SqlConnection connection, UUID id, UUID staff) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id, staff)).map(InvitationStore::first);
    }

    Uni<Void> use(SqlConnection connection, UUID id, UUID session) {
        return connection.preparedQuery(USE).execute(Tuple.of(id, session)).replaceWithVoid();
    }

    Uni<Void> withdraw(SqlConnection connection, UUID id, UUID staff) {
        return connection.preparedQuery(WITHDRAW).execute(Tuple.of(id, staff)).replaceWithVoid();
    }

    private static Optional<Invitation> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(InvitationStore::invitation);
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.getUUID("id"),
                new Staff(row.getUUID("staff_id"), row.getString("staff_name")),
                Optional.ofNullable(row.getString("subject")),
                row.getOffsetDateTime("expires_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("withdrawn_at"))
                        .map(OffsetDateTime::toInstant)
                        .isPresent(),
                Optional.ofNullable(row.getUUID("session_id")));
    }
}
