package dev.remotesupport.chat.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes the words of masked messages those that their texts have now. */
@ApplicationScoped
public class MaskedWords {

    /** Only what is young is ever rewritten. */
    private static final String FOLLOW = """
            WITH young AS (
                SELECT conversation_id, sequence,
                    to_tsvector('simple', text) || array_to_tsvector(ARRAY[$1::uuid::text]) AS words
                FROM message
                WHERE conversation_id = ANY ($2) AND masked AND created_at > now() - interval '10 minutes')
            UPDATE message_words AS known SET words = young.words FROM young
            WHERE known.conversation_id = young.conversation_id AND known.sequence = young.sequence
                AND known.words <> young.words
            """;

    /** In the transaction of the connection. */
    public Uni<Void> follow(SqlConnection connection, UUID organisation, UUID[] conversations) {
        return connection
                .preparedQuery(FOLLOW)
                .execute(Tuple.of(organisation, conversations))
                .replaceWithVoid();
    }
}
