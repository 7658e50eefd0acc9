package dev.remotesupport.session.roster;

import dev.remotesupport.contracts.event.SiteChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Sites by name. */
@ApplicationScoped
class Roster {

    private static final String REMEMBER_SITE = """
            INSERT INTO site (id, organisation_id, name) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """;
    private static final String RENAME_IN_OPEN_SESSIONS = """
            UPDATE session SET site_name = $2 WHERE site_id = $1 AND state <> 'ended' AND site_name IS DISTINCT FROM $2
            """;

    Uni<Void> follow(SqlConnection connection, SiteChanged site) {
        if (site.deleted()) {
            return connection
                    .preparedQuery("DELETE FROM site WHERE id = $1")
                    .execute(Tuple.of(site.siteId()))
                    .replaceWithVoid();
        }
        return connection
                .preparedQuery(REMEMBER_SITE)
                .execute(Tuple.of(site.siteId(), site.organisation(), site.name()))
                .chain(() ->
                        connection.preparedQuery(RENAME_IN_OPEN_SESSIONS).execute(Tuple.of(site.siteId(), site.name())))
                .replaceWithVoid();
    }
}
