package dev.remotesupport.chat.socket;

import dev.remotesupport.platform.caller.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** A participant's token opens one chat socket, on whichever replica; a copy of it opens none. */
@ApplicationScoped
class UsedTokens {

    private static final String USE = """
            INSERT INTO used_token (id, organisation_id, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """;

    /** A few at a time and none that another transaction is at, so that nobody ever waits for the cleaning. */
    private static final String FORGET_EXPIRED = """
            DELETE FROM used_token WHERE id IN (
                SELECT id FROM used_token WHERE organisation_id = $1 AND expires_at < now() - interval '1 minute'
                LIMIT 20 FOR UPDATE SKIP LOCKED)
            """;

    /** Marks the token as used; answers false when it was used before. */
    Uni<Boolean> use(SqlConnection connection, Caller caller) {
        return connection
                .preparedQuery(USE)
                .execute(Tuple.of(
                        caller.tokenId(),
                        caller.organisationId(),
                        caller.expiresAt().atOffset(ZoneOffset.UTC)))
                .map(used -> used.rowCount() == 1)
                .call(() -> connection.preparedQuery(FORGET_EXPIRED).execute(Tuple.of(caller.organisationId())));
    }
}
