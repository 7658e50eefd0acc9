package dev.remotesupport.stats.fact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** Keeps facts; one that is there already stays as it is. */
@ApplicationScoped
class FactStore {

    private static final String KEEP = """
            INSERT INTO fact (topic, key, version, organisation_id, type, at, duration_seconds)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (topic, key, version) DO NOTHING
            """;

    Uni<Void> keep(SqlConnection connection, Fact fact) {
        var event = fact.event();
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.from(new Object[] {
                    event.topic(),
                    event.key(),
                    event.version(),
                    event.organisation(),
                    event.type(),
                    event.at().atOffset(ZoneOffset.UTC),
                    fact.durationSeconds().orElse(null)
                }))
                .replaceWithVoid();
    }
}
