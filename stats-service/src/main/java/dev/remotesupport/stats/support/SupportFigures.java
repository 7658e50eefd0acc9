package dev.remotesupport.stats.support;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.stats.daily.Span;
import dev.remotesupport.stats.support.SupportStats.Counts;
import dev.remotesupport.stats.support.SupportStats.Durations;
import dev.remotesupport.stats.support.SupportStats.Ratings;
import dev.remotesupport.stats.support.SupportStats.StaffFigures;
import dev.remotesupport.stats.support.SupportStats.Waits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Counts how the support desk does. */
@ApplicationScoped
class SupportFigures {

    private static final String COUNTS = """
            SELECT coalesce(channel, '') AS channel, count(*) FILTER (WHERE requested_at >= $1) AS today,
              count(*) FILTER (WHERE requested_at >= $2) AS week, count(*) FILTER (WHERE requested_at >= $3) AS month,
              count(*) AS total
            FROM session_figures WHERE requested_at IS NOT NULL GROUP BY channel
            """;
    private static final String DURATIONS = """
            SELECT coalesce(channel, '') AS channel, count(*) AS sessions, coalesce(sum(duration_seconds), 0)::bigint AS seconds
            FROM session_figures WHERE ended_at >= $1 AND ended_at < $2 AND assigned_at IS NOT NULL GROUP BY channel
            """;
    private static final String WAITS = """
            SELECT count(*) AS sessions, coalesce(round(avg(seconds)), 0)::bigint AS average, coalesce(max(seconds), 0)::bigint AS longest,
              coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY seconds), 0)::bigint AS p95
            FROM (SELECT greatest(extract(epoch FROM assigned_at - requested_at), 0) AS seconds FROM session_figures
                  WHERE assigned_at >= $1 AND assigned_at < $2 AND requested_at IS NOT NULL) AS wait
            """;
    private static final String RATINGS = """
            SELECT rating, count(*) AS ratings FROM session_figures WHERE rated_at >= $1 AND rated_at < $2 GROUP BY rating
            """;
    private static final int BEST = 5;

    private final Tenancy tenancy;

    SupportFigures(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** All figures are of one moment. */
    Uni<SupportStats> of(UUID organisation, Span span, Clock clock) {
        return tenancy.inTransaction(
                organisation,
                connection -> Uni.combine()
                        .all()
                        .unis(
                                counts(connection, span.zone(), clock),
                                durations(connection, span),
                                waits(connection, span),
                                ratings(connection, span),
                                CallFigures.of(connection, span),
                                staff(connection, span, clock))
                        .with((counts, durations, waits, ratings, calls, staff) -> new SupportStats(
                                span.from(),
                                span.to(),
                                span.zone().getId(),
                                counts.values().stream().reduce(Counts.NONE, Counts::plus),
                                counts.getOrDefault(Channel.CHAT.wire(), Counts.NONE),
                                counts.getOrDefault(Channel.CALL.wire(), Counts.NONE),
                                durations.values().stream().reduce(Durations.NONE, Durations::plus),
                                durations.getOrDefault(Channel.CHAT.wire(), Durations.NONE),
                                durations.getOrDefault(Channel.CALL.wire(), Durations.NONE),
                                waits,
                                ratings,
                                calls,
                                staff)));
    }

    private static Uni<Map<String, Counts>> counts(SqlConnection connection, ZoneId zone, Clock clock) {
        var today = LocalDate.now(clock.withZone(zone));
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return rows(
                        connection,
                        COUNTS,
                        Tuple.of(start(today, zone), start(monday, zone), start(today.withDayOfMonth(1), zone)),
                        Function.identity())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getString("channel"),
                                row -> new Counts(
                                        row.getLong("today"),
                                        row.getLong("week"),
                                        row.getLong("month"),
                                        row.getLong("total")))));
    }

    private static Uni<Map<String, Durations>> durations(SqlConnection connection, Span span) {
        return rows(connection, DURATIONS, between(span), Function.identity())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getString("channel"),
                                row -> Durations.of(row.getLong("sessions"), row.getLong("seconds")))));
    }

    private static Uni<Waits> waits(SqlConnection connection, Span span) {
        return rows(
                        connection,
                        WAITS,
                        between(span),
                        row -> new Waits(
                                row.getLong("sessions"),
                                row.getLong("average"),
                                row.getLong("p95"),
                                row.getLong("longest")))
                .map(List::getFirst);
    }

    private static Uni<Ratings> ratings(SqlConnection connection, Span span) {
        return rows(connection, RATINGS, between(span), Function.identity()).map(rows -> {
            var counted = rows.stream()
                    .collect(Collectors.toMap(row -> (int) row.getShort("rating"), row -> row.getLong("ratings")));
            var stars = IntStream.rangeClosed(1, BEST)
                    .mapToObj(star -> counted.getOrDefault(star, 0L))
                    .toList();
            var count = stars.stream().mapToLong(Long::longValue).sum();
            var sum = IntStream.rangeClosed(1, BEST)
                    .mapToLong(star -> star * stars.get(star - 1))
                    .sum();
            return new Ratings(count, count == 0 ? null : (double) sum / count, stars);
        });
    }

    private static Uni<List<StaffFigures>> staff(SqlConnection connection, Span span, Clock clock) {
        return rows(
                connection,
                StaffStatement.TEXT,
                between(span).addOffsetDateTime(utc(clock.instant())),
                row -> new StaffFigures(
                        row.getUUID("staff_id"),
                        row.getLong("offered"),
                        row.getLong("handled"),
                        Durations.of(row.getLong("finished"), row.getLong("seconds")),
                        row.getLong("ratings"),
                        row.getDouble("rating"),
                        row.getLong("duty"),
                        row.getLong("duty") == 0 ? null : (double) row.getLong("used") / row.getLong("duty")));
    }

    private static <T> Uni<List<T>> rows(
            SqlConnection connection, String sql, Tuple parameters, Function<Row, T> read) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    private static Tuple between(Span span) {
        return Tuple.of(utc(span.begin()), utc(span.end()));
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return utc(day.atStartOfDay(zone).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
