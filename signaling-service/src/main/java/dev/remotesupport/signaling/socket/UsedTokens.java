package dev.remotesupport.signaling.socket;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;

/** Remembers which tokens have opened a socket, on any replica: each does so once. */
@ApplicationScoped
public class UsedTokens {

    private static final String USE = """
            INSERT INTO used_token (jti, organisation_id, expires_at) VALUES ($1, $2, $3) ON CONFLICT (jti) DO NOTHING
            """;

    private final Tenancy tenancy;

    @Inject
    UsedTokens(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Uses the token; false when it has been used before. */
    public Uni<Boolean> use(Caller caller) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> connection
                        .preparedQuery(USE)
                        .execute(Tuple.of(
                                caller.tokenId(),
                                caller.organisationId(),
                                caller.expiresAt().atOffset(ZoneOffset.UTC)))
                        .map(inserted -> inserted.rowCount() == 1));
    }
}
