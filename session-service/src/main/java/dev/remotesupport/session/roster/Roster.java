package dev.remotesupport.session.roster;

import dev.remotesupport.contracts.event.SiteChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Sites by name, and which colleagues there are. */
@ApplicationScoped
public class Roster {

    private static final String REMEMBER_SITE = """
            INSERT INTO site (id, organisation_id, name) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """;
    private static final String RENAME_IN_OPEN_SESSIONS = """
            UPDATE session SET site_name = $2 WHERE site_id = $1 AND state <> 'ended' AND site_name IS DISTINCT FROM $2
            """;
    private static final String REMEMBER_STAFF = """
            INSERT INTO staff_member AS known (id, organisation_id, name) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
              WHERE excluded.name IS NOT NULL AND known.name IS DISTINCT FROM excluded.name
            """;

    /** @param name as last heard from the colleague's own token */
    public record Colleague(UUID id, Optional<String> name) {}

    public Uni<Optional<Colleague>> colleague(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery("SELECT id, name FROM staff_member WHERE id = $1")
                .execute(Tuple.of(staff))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Colleague(row.getUUID("id"), Optional.ofNullable(row.getString("name")))));
    }

    /** Remembers a member of the staff; a name that is known already stays when none is given. */
    public Uni<Void> remember(SqlConnection connection, UUID organisation, UUID staff, Optional<String> name) {
        return connection
                .preparedQuery(REMEMBER_STAFF)
                .execute(Tuple.of(staff, organisation, name.orElse(null)))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery("DELETE FROM staff_member WHERE id = $1")
                .execute(Tuple.of(staff))
                .replaceWithVoid();
    }

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
