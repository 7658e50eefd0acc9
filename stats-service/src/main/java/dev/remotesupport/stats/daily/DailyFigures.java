package dev.remotesupport.stats.daily;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts the facts of one organisation. */
@ApplicationScoped
class DailyFigures {

    private static final String COUNTS = """
            count(*) FILTER (WHERE type = 'SessionRequested') AS requested,
            count(*) FILTER (WHERE type = 'SessionEnded') AS ended,
            count(*) FILTER (WHERE type = 'MessagePosted') AS messages,
            coalesce(sum(duration_seconds), 0)::bigint AS seconds
            """;

    /** A day is as long as its time zone makes it: 23 to 25 hours. */
    private static final String BY_DAY = """
            SELECT day::date, %s
            FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS day
            LEFT JOIN fact ON at >= day AT TIME ZONE $3 AND at < (day + interval '1 day') AT TIME ZONE $3
            GROUP BY day ORDER BY day
            """.formatted(COUNTS);

    private static final String EVER = "SELECT " + COUNTS + " FROM fact";

    private final Tenancy tenancy;

    DailyFigures(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Each day from {@code from} to {@code to}, both included, also those on which nothing happened. */
    Uni<List<Day>> days(UUID organisation, LocalDate from, LocalDate to, ZoneId zone) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(BY_DAY)
                        .execute(Tuple.of(from, to, zone.getId()))
                        .map(rows -> {
                            var days = new ArrayList<Day>(rows.size());
                            rows.forEach(row -> days.add(new Day(row.getLocalDate("day"), figures(row))));
                            return days;
                        }));
    }

    /** Everything that ever happened. */
    Uni<Figures> ever(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(EVER)
                        .execute()
                        .map(rows -> figures(rows.iterator().next())));
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getLong("requested"), row.getLong("ended"), row.getLong("messages"), row.getLong("seconds"));
    }
}
