package dev.remotesupport.stats.figures;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Counts facts. Postgres is told when each day begins, so that only one calendar decides what a day is. */
@ApplicationScoped
class CountFigures {

    private static final String DAILY = """
            SELECT width_bucket(at, $1::timestamptz[]) AS day, %s
            FROM fact WHERE at >= $2 AND at < $3 GROUP BY 1
            """.formatted(Figures.COLUMNS);
    private static final String SUMMARY = """
            SELECT at >= $1 AND at < $2 AS today, %s
            FROM fact GROUP BY 1
            """.formatted(Figures.COLUMNS);

    private final Tenancy tenancy;

    CountFigures(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<DailyFigures> daily(UUID organisation, Period period) {
        var beginnings = period.beginnings().stream().map(CountFigures::sql).toArray(OffsetDateTime[]::new);
        var parameters = Tuple.of(beginnings, sql(period.begin()), sql(period.end()));
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection.preparedQuery(DAILY).execute(parameters))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> period.from().plusDays(row.getInteger("day") - 1L), Figures::of)))
                .map(counted -> DailyFigures.of(period, counted));
    }

    Uni<Summary> summary(UUID organisation, Period today) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .preparedQuery(SUMMARY)
                                .execute(Tuple.of(sql(today.begin()), sql(today.end()))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getBoolean("today"), Figures::of)))
                .map(CountFigures::summary);
    }

    private static Summary summary(Map<Boolean, Figures> counted) {
        var today = counted.getOrDefault(true, Figures.NONE);
        return new Summary(today, today.plus(counted.getOrDefault(false, Figures.NONE)));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
