package dev.remotesupport.chat.alert;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** When an organisation was told of what. The row decides between replicas that look at the same time. */
@ApplicationScoped
class AlertLog {

    /** Somebody waits there, or what was told of may be over. */
    private static final String CONCERNED = """
            SELECT organisation_id FROM mail_settings AS s
            WHERE cardinality(alert_to) > 0 AND (wait_minutes IS NOT NULL OR nobody_there)
                AND (EXISTS (SELECT FROM waiting_session AS w WHERE w.organisation_id = s.organisation_id)
                    OR EXISTS (SELECT FROM team_alert AS a WHERE a.organisation_id = s.organisation_id AND a.going_on))
            """;

    private static final String TELL = """
            INSERT INTO team_alert AS alert (organisation_id, kind, told_at, going_on) VALUES ($1, $2, clock_timestamp(), $3)
            ON CONFLICT (organisation_id, kind) DO UPDATE SET told_at = excluded.told_at, going_on = excluded.going_on
            WHERE NOT alert.going_on AND alert.told_at < clock_timestamp() - $4 * interval '1 millisecond'
            RETURNING 1
            """;

    private static final String OVER = "UPDATE team_alert SET going_on = false WHERE kind = $1 AND going_on";

    private final Tenancy tenancy;

    AlertLog(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Organisations that want alerts and may have reason for one. */
    Uni<List<UUID>> concerned() {
        return tenancy.asSystem(connection -> connection
                .query(CONCERNED)
                .execute()
                .map(rows -> {
                    var found = new ArrayList<UUID>();
                    rows.forEach(row -> found.add(row.getUUID("organisation_id")));
                    return found;
                }));
    }

    /**
     * Whether to tell now: not while what was told of goes on, nor within the quiet time after the last mail of this kind. If so,
     * it counts as told.
     *
     * @param goesOn whether it goes on until {@link #over}
     */
    Uni<Boolean> mayTell(SqlConnection connection, UUID organisation, String kind, boolean goesOn, Duration quiet) {
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of(organisation, kind, goesOn, quiet.toMillis()))
                .map(rows -> rows.size() > 0);
    }

    Uni<Void> over(SqlConnection connection, String kind) {
        return connection.preparedQuery(OVER).execute(Tuple.of(kind)).replaceWithVoid();
    }
}
