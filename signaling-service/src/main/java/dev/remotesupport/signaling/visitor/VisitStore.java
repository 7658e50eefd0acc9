package dev.remotesupport.signaling.visitor;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Keeps which tabs are open, for all replicas to read. */
@ApplicationScoped
class VisitStore {

    /** A tab that comes back within so long has only loaded its next page. */
    private static final String RETURN = "interval '5 seconds'";

    // In one order, so that two replicas never wait for each other.
    private static final String TELL = """
            INSERT INTO visitor_tab AS known (organisation_id, replica, site_id, visitor_id, tab, connection, identified, name, url,
              title, visible, browser, os, place, since, changed_at)
            SELECT $1, $2, tab.*, clock_timestamp(), clock_timestamp()
            FROM jsonb_to_recordset($3::jsonb) AS tab (site_id uuid, visitor_id uuid, tab text, connection uuid, identified boolean,
              name text, url text, title text, visible boolean, browser text, os text, place text)
            ORDER BY tab.visitor_id, tab.tab
            ON CONFLICT (organisation_id, visitor_id, tab) DO UPDATE SET
              replica = excluded.replica, site_id = excluded.site_id, connection = excluded.connection,
              identified = excluded.identified, name = excluded.name, url = excluded.url, title = excluded.title,
              visible = excluded.visible, browser = excluded.browser, os = excluded.os, place = excluded.place,
              since = CASE WHEN known.gone_at < clock_timestamp() - %s THEN excluded.since ELSE known.since END,
              changed_at = excluded.changed_at, gone_at = NULL
            """.formatted(RETURN);
    private static final String GONE = """
            UPDATE visitor_tab SET gone_at = clock_timestamp()
            WHERE connection = ANY ($1::uuid[]) AND gone_at IS NULL
            """;
    private static final String LIVE = """
            WITH live AS (
              SELECT tab.* FROM visitor_tab AS tab
              JOIN visitor_replica AS replica ON replica.replica = tab.replica
                AND replica.heard_at > clock_timestamp() - interval '15 seconds'
              WHERE (tab.gone_at IS NULL OR tab.gone_at > clock_timestamp() - interval '2 seconds')
                AND ($1::uuid IS NULL OR tab.site_id = $1) AND ($2::uuid IS NULL OR tab.visitor_id = $2)),
            people AS (
              SELECT visitor_id, min(since) AS here_since, count(*) OVER () AS total FROM live
              GROUP BY visitor_id ORDER BY min(since) DESC, visitor_id LIMIT $3)
            SELECT live.*, people.here_since, people.total FROM people JOIN live USING (visitor_id)
            ORDER BY people.here_since DESC, live.visitor_id, live.visible DESC, live.changed_at DESC, live.tab
            """;
    private static final String HEARD = """
            INSERT INTO visitor_replica (replica, heard_at) VALUES ($1, clock_timestamp())
            ON CONFLICT (replica) DO UPDATE SET heard_at = excluded.heard_at
            """;
    private static final String BEGIN = "DELETE FROM visitor_tab WHERE replica = $1";
    private static final String SWEEP = """
            DELETE FROM visitor_tab AS tab
            WHERE tab.gone_at < clock_timestamp() - interval '1 minute'
              OR NOT EXISTS (SELECT FROM visitor_replica AS replica WHERE replica.replica = tab.replica
                AND replica.heard_at > clock_timestamp() - interval '1 minute')
            """;
    private static final String FORGET = """
            DELETE FROM visitor_replica WHERE heard_at < clock_timestamp() - interval '1 hour'
            """;

    private final Tenancy tenancy;
    private final String replica;

    @Inject
    VisitStore(Tenancy tenancy, SignalingConfig config) {
        this.tenancy = tenancy;
        this.replica = config.address();
    }

    /** A replica that starts has no connections, whatever one of its name had before. */
    Uni<Void> begin() {
        return tenancy.asSystem(connection -> connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(replica))
                .chain(() -> connection.preparedQuery(HEARD).execute(Tuple.of(replica)))
                .replaceWithVoid());
    }

    Uni<Void> alive() {
        return tenancy.asSystem(connection ->
                connection.preparedQuery(HEARD).execute(Tuple.of(replica)).replaceWithVoid());
    }

    Uni<Void> sweep() {
        return tenancy.asSystem(connection -> connection
                .query(SWEEP)
                .execute()
                .chain(() -> connection.query(FORGET).execute())
                .replaceWithVoid());
    }

    /** All of one organisation that changed, in one go; those who are gone first, as a tab may be back by now. */
    Uni<Void> write(UUID organisation, Collection<Visit> changed, Collection<UUID> gone) {
        var rows = new JsonArray(changed.stream().map(Visit::row).toList());
        return tenancy.inTransaction(
                organisation,
                connection -> (gone.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : connection
                                        .preparedQuery(GONE)
                                        .execute(Tuple.of(gone.toArray(UUID[]::new)))
                                        .replaceWithVoid())
                        .chain(() -> rows.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : connection
                                        .preparedQuery(TELL)
                                        .execute(Tuple.of(organisation, replica, rows))
                                        .replaceWithVoid()));
    }

    /** The tabs of the visitors who came last, at most so many visitors, grouped. */
    Uni<LiveVisitors> live(UUID organisation, Optional<UUID> site, Optional<UUID> visitor, int most) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(LIVE)
                        .execute(Tuple.of(site.orElse(null), visitor.orElse(null), most))
                        .map(VisitStore::visitors));
    }

    private static LiveVisitors visitors(RowSet<Row> rows) {
        var gathered = new LiveVisitors.Gathering();
        for (Row row : rows) {
            gathered.add(row);
        }
        return gathered.result();
    }
}
