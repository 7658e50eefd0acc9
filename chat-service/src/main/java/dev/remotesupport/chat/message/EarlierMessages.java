package dev.remotesupport.chat.message;

import dev.remotesupport.chat.masking.SplitSecret;
import dev.remotesupport.chat.message.SplitParts.Said;
import dev.remotesupport.chat.search.MaskedWords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was said before a message: read where the message may be the rest of a secret, rewritten where it is. */
@ApplicationScoped
class EarlierMessages {

    private static final String RECENT = """
            SELECT m.conversation_id, m.sequence, m.sender_id, m.text FROM unnest($1::uuid[]) AS asked (id)
            CROSS JOIN LATERAL (
                SELECT * FROM message WHERE conversation_id = asked.id ORDER BY sequence DESC LIMIT 12) AS m
            WHERE m.created_at > clock_timestamp() - interval '5 minutes'
            ORDER BY m.conversation_id, m.sequence
            """;

    private static final String REWRITE = """
            UPDATE message SET text = part.text, masked = true
            FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS part (id, sequence, text)
            WHERE message.conversation_id = part.id AND message.sequence = part.sequence
            """;

    private final MaskedWords words;

    EarlierMessages(MaskedWords words) {
        this.words = words;
    }

    /** What was said last where one of these messages may be the rest of a secret. Asks nothing where none may. */
    Uni<List<Said>> recent(SqlConnection connection, List<NewMessage> batch) {
        var asked = batch.stream()
                .filter(message -> SplitSecret.mayEndWith(message.text()))
                .map(NewMessage::conversation)
                .distinct()
                .toArray(UUID[]::new);
        if (asked.length == 0) {
            return Uni.createFrom().item(List.of());
        }
        return connection.preparedQuery(RECENT).execute(Tuple.of(asked)).map(rows -> {
            var recent = new ArrayList<Said>(rows.size());
            rows.forEach(row -> recent.add(new Said(
                    new Place(row.getUUID("conversation_id"), row.getLong("sequence")),
                    row.getString("sender_id"),
                    row.getString("text"))));
            return recent;
        });
    }

    /** Rewrites stored messages, and their words. The locks of their conversations are held. */
    Uni<Void> rewrite(SqlConnection connection, UUID organisation, Map<Place, String> texts) {
        if (texts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var places = List.copyOf(texts.keySet());
        var conversations = places.stream().map(Place::conversation).toArray(UUID[]::new);
        var sequences = places.stream().map(Place::sequence).toArray(Long[]::new);
        var changed = places.stream().map(texts::get).toArray(String[]::new);
        return Uni.combine()
                .all()
                // Sent together, one after the other in the database.
                .unis(
                        connection.preparedQuery(REWRITE).execute(Tuple.of(conversations, sequences, changed)),
                        words.follow(connection, organisation, conversations))
                .discardItems();
    }
}
