package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.event.ConversationClosed;
import dev.remotesupport.contracts.event.ConversationOpened;
import dev.remotesupport.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Conversations as the database keeps them, and the events of their beginning and end. */
@ApplicationScoped
class ConversationStore {

    private static final String FIND = """
            SELECT id, organisation_id, customer_id, staff_id, handed_over, last_sequence, state
            FROM conversation WHERE id = $1
            """;

    /** Fills in what is not known yet; replaces what an older version of the session said. */
    private static final String LEARN = """
            INSERT INTO conversation AS known (id, organisation_id, version, session_version, customer_id, staff_id)
            VALUES ($1, $2, 1, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET
                customer_id = coalesce(known.customer_id, excluded.customer_id),
                staff_id = CASE
                    WHEN excluded.session_version > known.session_version AND $6 THEN excluded.staff_id
                    WHEN known.handed_over THEN NULL
                    ELSE coalesce(known.staff_id, excluded.staff_id) END,
                handed_over = CASE
                    WHEN excluded.session_version > known.session_version AND $6
                    THEN excluded.staff_id IS NULL AND (known.handed_over OR known.staff_id IS NOT NULL)
                    ELSE known.handed_over END,
                session_version = greatest(known.session_version, excluded.session_version)
            RETURNING id, organisation_id, customer_id, staff_id, handed_over, last_sequence, state, xmax = 0 AS opened,
                created_at
            """;

    private static final String END = """
            UPDATE conversation SET state = 'ended', ended_at = $2, version = version + 1
            WHERE id = $1 AND state = 'open'
            RETURNING version
            """;

    private final Outbox outbox;

    ConversationStore(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Optional<Conversation>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> first(rows).map(ConversationStore::conversation));
    }

    /** Opens the conversation if it is not there yet, and closes it if the session is over. */
    Uni<Conversation> learn(SqlConnection connection, SessionFacts facts) {
        return connection
                .preparedQuery(LEARN)
                .execute(Tuple.of(
                        facts.session(),
                        facts.organisation(),
                        facts.version(),
                        facts.customer().orElse(null),
                        facts.staff().orElse(null),
                        facts.staffTold()))
                .map(rows -> rows.iterator().next())
                .call(row -> row.getBoolean("opened")
                        ? announceOpened(connection, row)
                        : Uni.createFrom().voidItem())
                .map(ConversationStore::conversation)
                .chain(conversation -> facts.endedAt()
                        .map(at -> end(connection, conversation, at))
                        .orElseGet(() -> Uni.createFrom().item(conversation)));
    }

    private Uni<Void> announceOpened(SqlConnection connection, Row row) {
        var at = row.getOffsetDateTime("created_at").toInstant();
        return outbox.append(
                connection, new ConversationOpened(row.getUUID("organisation_id"), row.getUUID("id"), 1, at));
    }

    private Uni<Conversation> end(SqlConnection connection, Conversation open, Instant at) {
        var ended = new Conversation(open.id(), open.organisation(), open.customer(), open.holder(), open.last(), true);
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(open.id(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC)))
                .call(rows -> first(rows)
                        .map(row -> outbox.append(
                                connection,
                                new ConversationClosed(open.organisation(), open.id(), row.getLong("version"), at)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(ended);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    private static Conversation conversation(Row row) {
        return new Conversation(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                Optional.ofNullable(row.getString("customer_id")),
                new Holder(Optional.ofNullable(row.getString("staff_id")), row.getBoolean("handed_over")),
                row.getLong("last_sequence"),
                row.getString("state").equals("ended"));
    }
}
