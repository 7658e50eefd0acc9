package dev.remotesupport.chat.search;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes the words of messages in. */
@ApplicationScoped
class WordStore {

    /** Messages of one conversation that one statement takes in. */
    static final int PAGE = 500;

    /** In the order of conversations, so that two replicas never wait for each other in a circle. */
    private static final String TAKE_IN = """
            WITH fresh AS (
                SELECT m.* FROM unnest($2::uuid[]) AS wanted (id)
                LEFT JOIN words_known k ON k.conversation_id = wanted.id
                CROSS JOIN LATERAL (
                    SELECT conversation_id, sequence, internal, created_at, text FROM message
                    WHERE message.conversation_id = wanted.id AND message.sequence > coalesce(k.sequence, 0)
                    ORDER BY message.sequence LIMIT $3) AS m),
            taken AS (
                INSERT INTO message_words (conversation_id, sequence, organisation_id, internal, created_at, words)
                SELECT conversation_id, sequence, $1, internal, created_at,
                    to_tsvector('simple', text) || array_to_tsvector(ARRAY[$1::uuid::text])
                FROM fresh
                ON CONFLICT DO NOTHING)
            INSERT INTO words_known AS known (conversation_id, organisation_id, sequence)
            SELECT conversation_id, $1, max(sequence) FROM fresh GROUP BY conversation_id ORDER BY conversation_id
            ON CONFLICT (conversation_id) DO UPDATE SET sequence = greatest(known.sequence, excluded.sequence)
            """;

    private static final String BEHIND = """
            SELECT c.id, c.organisation_id FROM conversation c
            LEFT JOIN words_known k ON k.conversation_id = c.id
            WHERE c.last_sequence > coalesce(k.sequence, 0)
            LIMIT $1
            """;

    private final Tenancy tenancy;
    private final MaskedWords masked;

    WordStore(Tenancy tenancy, MaskedWords masked) {
        this.tenancy = tenancy;
        this.masked = masked;
    }

    /** At most {@link #PAGE} messages of each conversation. */
    Uni<Void> takeIn(UUID organisation, Collection<UUID> conversations) {
        return tenancy.inTransaction(
                organisation, connection -> takeIn(connection, organisation, conversations.toArray(UUID[]::new)));
    }

    /**
     * No message waits for this. A text may therefore be rewritten meanwhile: the second statement makes up for what was
     * committed before it, the taking in of the message that completed the secret for what came later.
     */
    private Uni<Void> takeIn(SqlConnection connection, UUID organisation, UUID[] conversations) {
        return Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(TAKE_IN).execute(Tuple.of(organisation, conversations, PAGE)),
                        masked.follow(connection, organisation, conversations))
                .discardItems();
    }

    /** Conversations of any organisation of which words are missing. */
    Uni<Map<UUID, Set<UUID>>> behind(int limit) {
        return tenancy.asSystem(connection -> connection
                .preparedQuery(BEHIND)
                .execute(Tuple.of(limit))
                .map(rows -> {
                    var found = new HashMap<UUID, Set<UUID>>();
                    rows.forEach(row -> found.computeIfAbsent(row.getUUID("organisation_id"), id -> new HashSet<>())
                            .add(row.getUUID("id")));
                    return found;
                }));
    }
}
