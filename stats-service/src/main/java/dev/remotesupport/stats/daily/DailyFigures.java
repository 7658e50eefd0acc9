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
import java.util.Optional;
import java.util.Set;
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

    /** Of the sessions that these members have, or had last, with all that happened in them. */
    private static final String OF_STAFF =
            "key IN (SELECT session_id::text FROM session_figures WHERE staff_id = ANY ($%d))";

    /** A day is as long as its time zone makes it: 23 to 25 hours. */
    private static final String BY_DAY = """
            SELECT day::date, %s
            FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS day
            LEFT JOIN fact ON at >= day AT TIME ZONE $3 AND at < (day + interval '1 day') AT TIME ZONE $3 %s
            GROUP BY day ORDER BY day
            """;

    private static final String DAYS = BY_DAY.formatted(COUNTS, "");
    private static final String DAYS_OF_STAFF = BY_DAY.formatted(COUNTS, "AND " + OF_STAFF.formatted(4));

    private static final String EVER = "SELECT " + COUNTS + " FROM fact";
    private static final String EVER_OF_STAFF = EVER + " WHERE " + OF_STAFF.formatted(1);

    private final Tenancy tenancy;

    DailyFigures(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /**
     * Each day from {@code from} to {@code to}, both included, also those on which nothing happened.
     *
     * @param staff of whose sessions; absent is all, those that nobody took too
     */
    Uni<List<Day>> days(UUID organisation, Optional<Set<UUID>> staff, LocalDate from, LocalDate to, ZoneId zone) {
        var span = Tuple.of(from, to, zone.getId());
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(staff.isPresent() ? DAYS_OF_STAFF : DAYS)
                        .execute(with(span, staff))
                        .map(rows -> {
                            var days = new ArrayList<Day>(rows.size());
                            rows.forEach(row -> days.add(new Day(row.getLocalDate("day"), figures(row))));
                            return days;
                        }));
    }

    /** Everything that ever happened, to whom as above. */
    Uni<Figures> ever(UUID organisation, Optional<Set<UUID>> staff) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(staff.isPresent() ? EVER_OF_STAFF : EVER)
                        .execute(with(Tuple.tuple(), staff))
                        .map(rows -> figures(rows.iterator().next())));
    }

    private static Tuple with(Tuple parameters, Optional<Set<UUID>> staff) {
        return staff.map(ids -> parameters.addArrayOfUUID(ids.toArray(UUID[]::new)))
                .orElse(parameters);
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getLong("requested"), row.getLong("ended"), row.getLong("messages"), row.getLong("seconds"));
    }
}
