package dev.remotesupport.stats.support;

import dev.remotesupport.stats.daily.Span;
import dev.remotesupport.stats.support.CallStats.CallDay;
import dev.remotesupport.stats.support.CallStats.Figures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.stream.StreamSupport;

/** Counts how calls went. */
final class CallFigures {

    /** The days, and their sum in the row without a day. A day is as long as its time zone makes it. */
    private static final String CALLS = """
            SELECT day::date, count(call_id) AS asked, count(answered_at) AS answered,
              count(*) FILTER (WHERE outcome = 'missed') AS missed, count(*) FILTER (WHERE outcome = 'declined') AS declined,
              coalesce(round(avg(greatest(extract(epoch FROM answered_at - asked_at), 0)) FILTER (WHERE answered_at IS NOT NULL)), 0)::bigint AS wait,
              coalesce(round(avg(call_seconds) FILTER (WHERE answered_at IS NOT NULL)), 0)::bigint AS duration,
              round(avg(score)::numeric, 2)::double precision AS score
            FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS day
            LEFT JOIN call_figures ON asked_at >= day AT TIME ZONE $3 AND asked_at < (day + interval '1 day') AT TIME ZONE $3
            GROUP BY ROLLUP (day) ORDER BY day NULLS LAST
            """;

    private CallFigures() {}

    static Uni<CallStats> of(SqlConnection connection, Span span) {
        return connection
                .preparedQuery(CALLS)
                .execute(Tuple.of(span.from(), span.to(), span.zone().getId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CallDay(row.getLocalDate("day"), figures(row)))
                        .toList())
                .map(rows -> new CallStats(rows.getLast().figures(), rows.subList(0, rows.size() - 1)));
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getLong("asked"),
                row.getLong("answered"),
                row.getLong("missed"),
                row.getLong("declined"),
                row.getLong("wait"),
                row.getLong("duration"),
                row.getDouble("score"));
    }
}
