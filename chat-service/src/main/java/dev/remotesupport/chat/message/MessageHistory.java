package dev.remotesupport.chat.message;

import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads messages back, by keyset on their sequence, so that a page costs the same anywhere in a long conversation. */
@ApplicationScoped
public class MessageHistory {

    private static final String AFTER =
            "SELECT * FROM message WHERE conversation_id = $1 AND sequence > $2 AND ($4 OR NOT internal) ORDER BY sequence LIMIT $3";
    private static final String BEFORE =
            "SELECT * FROM message WHERE conversation_id = $1 AND sequence < $2 AND ($4 OR NOT internal) ORDER BY sequence DESC LIMIT $3";

    private static final String NEWS = """
            SELECT c.id AS known_id, c.state, c.staff_id, c.handed_over, m.*
            FROM unnest($1::uuid[], $2::bigint[]) AS seen (id, sequence)
            JOIN conversation c ON c.id = seen.id
            LEFT JOIN LATERAL (
                SELECT * FROM message WHERE conversation_id = c.id AND message.sequence > seen.sequence
                ORDER BY sequence LIMIT $3) m ON true
            ORDER BY c.id, m.sequence
            """;

    private final Tenancy tenancy;

    MessageHistory(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** At most {@code limit} messages that follow {@code after}, oldest first. */
    public Uni<List<ChatMessage>> after(UUID organisation, UUID conversation, long after, int limit, Notes notes) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(AFTER)
                        .execute(Tuple.of(conversation, after, limit, notes == Notes.SHOWN))
                        .map(MessageHistory::messages));
    }

    /** At most {@code limit} messages that precede {@code before}, oldest first. */
    public Uni<List<ChatMessage>> before(UUID organisation, UUID conversation, long before, int limit, Notes notes) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(BEFORE)
                        .execute(Tuple.of(conversation, before, limit, notes == Notes.SHOWN))
                        .map(MessageHistory::messages)
                        .invoke(Collections::reverse));
    }

    /** Whether notes for staff alone are among the messages. */
    public enum Notes {
        SHOWN,
        HIDDEN;

        /** What a caller may see: staff alone see notes, whoever else takes part does not. */
        public static Notes forCaller(Caller caller) {
            return caller.kind() == CallerKind.STAFF ? SHOWN : HIDDEN;
        }
    }

    /** What is new in many conversations of one organisation, in one query: the messages after the sequence seen of each. */
    public Uni<Map<UUID, News>> news(UUID organisation, Map<UUID, Long> seen, int limit) {
        var ids = seen.keySet().toArray(UUID[]::new);
        var sequences = seen.values().toArray(Long[]::new);
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(NEWS)
                        .execute(Tuple.of(ids, sequences, limit))
                        .map(MessageHistory::news));
    }

    /**
     * @param messages oldest first, without gaps
     * @param ended whether the conversation takes no more of them
     * @param holder who has the conversation now
     */
    public record News(List<ChatMessage> messages, boolean ended, Holder holder) {}

    private static Map<UUID, News> news(RowSet<Row> rows) {
        var news = new HashMap<UUID, News>();
        rows.forEach(row -> {
            var ended = row.getString("state").equals("ended");
            var found = news.computeIfAbsent(
                    row.getUUID("known_id"), id -> new News(new ArrayList<>(), ended, holder(row)));
            if (row.getUUID("id") != null) {
                found.messages().add(MessageRow.read(row));
            }
        });
        return news;
    }

    private static Holder holder(Row row) {
        return new Holder(Optional.ofNullable(row.getString("staff_id")), row.getBoolean("handed_over"));
    }

    private static List<ChatMessage> messages(RowSet<Row> rows) {
        var messages = new ArrayList<ChatMessage>(rows.size());
        rows.forEach(row -> messages.add(MessageRow.read(row)));
        return messages;
    }
}
