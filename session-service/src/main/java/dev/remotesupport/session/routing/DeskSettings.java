package dev.remotesupport.session.routing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/**
 * How an organisation gives its sessions out, and when it ends idle ones.
 *
 * @param autoAssign whether sessions are offered by themselves; picking up by hand always works
 */
record DeskSettings(boolean autoAssign, int offerSeconds, int idleWarnMinutes, int idleEndMinutes) {

    /** Who has settled nothing has the defaults of the columns. */
    private static final String FIND = """
            SELECT coalesce(desk.auto_assign, true) AS auto_assign, coalesce(desk.offer_seconds, 20) AS offer_seconds,
              coalesce(desk.idle_warn_minutes, 20) AS idle_warn_minutes, coalesce(desk.idle_end_minutes, 30) AS idle_end_minutes
            FROM (VALUES (1)) AS one LEFT JOIN desk ON true
            """;

    private static final String SAVE = """
            INSERT INTO desk (organisation_id, auto_assign, offer_seconds, idle_warn_minutes, idle_end_minutes)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (organisation_id) DO UPDATE SET auto_assign = excluded.auto_assign, offer_seconds = excluded.offer_seconds,
              idle_warn_minutes = excluded.idle_warn_minutes, idle_end_minutes = excluded.idle_end_minutes
            """;

    Duration offerTime() {
        return Duration.ofSeconds(offerSeconds);
    }

    static Uni<DeskSettings> find(SqlConnection connection) {
        return connection
                .preparedQuery(FIND)
                .execute()
                .map(rows -> read(rows.iterator().next()));
    }

    Uni<Void> save(SqlConnection connection, UUID organisation) {
        return connection
                .preparedQuery(SAVE)
                .execute(Tuple.of(organisation, autoAssign, offerSeconds, idleWarnMinutes, idleEndMinutes))
                .replaceWithVoid();
    }

    private static DeskSettings read(Row row) {
        return new DeskSettings(
                row.getBoolean("auto_assign"),
                row.getInteger("offer_seconds"),
                row.getInteger("idle_warn_minutes"),
                row.getInteger("idle_end_minutes"));
    }
}
