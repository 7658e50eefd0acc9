package dev.remotesupport.session.schedule;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** When an organisation is open. */
@ApplicationScoped
public class DeskHours {

    /** Whoever has settled nothing is open always. */
    static final Hours ALWAYS = new Hours(
            ZoneId.of("UTC"),
            Stream.of(DayOfWeek.values())
                    .map(day -> new Hours.Span(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                    .toList(),
            List.of());

    private static final String SAVE = """
            INSERT INTO desk (organisation_id, hours) VALUES ($1, $2)
            ON CONFLICT (organisation_id) DO UPDATE SET hours = excluded.hours
            """;

    private final Tenancy tenancy;

    DeskHours(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    public Uni<Hours> of(UUID organisation) {
        return tenancy.inTransaction(organisation, DeskHours::find);
    }

    Uni<Hours> save(UUID organisation, Hours hours) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(SAVE)
                        .execute(Tuple.of(organisation, HoursBody.json(hours)))
                        .replaceWith(hours));
    }

    private static Uni<Hours> find(SqlConnection connection) {
        return connection
                .query("SELECT hours FROM desk WHERE hours IS NOT NULL")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> HoursBody.read(row.getJsonObject("hours")))
                        .orElse(ALWAYS));
    }
}
