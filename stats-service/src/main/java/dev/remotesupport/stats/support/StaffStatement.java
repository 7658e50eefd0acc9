package dev.remotesupport.stats.support;

/** How each member of the staff did from $1 to $2, in one statement. */
final class StaffStatement {

    private static final String SECONDS =
            "coalesce((SELECT sum(extract(epoch FROM upper(part) - lower(part))) FROM unnest(%s) AS part), 0)";

    /** A time is had once, however many sessions fill it. */
    static final String TEXT = """
            WITH offered AS (
              SELECT staff_id, count(*) AS offered FROM fact
              WHERE type = 'SessionOffered' AND at >= $1 AND at < $2 AND staff_id IS NOT NULL GROUP BY staff_id),
            handled AS (
              SELECT staff_id, count(DISTINCT key) AS handled FROM stint
              WHERE kind = 'session' AND began_at >= $1 AND began_at < $2 GROUP BY staff_id),
            finished AS (
              SELECT staff_id, count(*) AS finished, coalesce(sum(duration_seconds), 0)::bigint AS seconds FROM session_figures
              WHERE ended_at >= $1 AND ended_at < $2 AND staff_id IS NOT NULL GROUP BY staff_id),
            rated AS (
              SELECT staff_id, count(*) AS ratings, avg(rating)::float8 AS rating FROM session_figures
              WHERE rated_at >= $1 AND rated_at < $2 AND staff_id IS NOT NULL GROUP BY staff_id),
            part AS (
              SELECT kind, staff_id, greatest(began_at, $1) AS began_at, least(coalesce(ended_at, $3), $2) AS ended_at FROM stint
              WHERE began_at < $2 AND (ended_at IS NULL OR ended_at > $1)),
            times AS (
              SELECT staff_id,
                coalesce(range_agg(tstzrange(began_at, ended_at)) FILTER (WHERE kind = 'session'), '{}') AS busy,
                coalesce(range_agg(tstzrange(began_at, ended_at)) FILTER (WHERE kind = 'duty'), '{}') AS duty
              FROM part WHERE ended_at > began_at GROUP BY staff_id),
            used AS (SELECT staff_id, %s::bigint AS duty, %s::bigint AS used FROM times)
            SELECT staff_id, coalesce(offered, 0) AS offered, coalesce(handled, 0) AS handled, coalesce(finished, 0) AS finished, coalesce(seconds, 0) AS seconds,
              coalesce(ratings, 0) AS ratings, rating, coalesce(duty, 0) AS duty, coalesce(used, 0) AS used
            FROM handled FULL JOIN offered USING (staff_id) FULL JOIN finished USING (staff_id) FULL JOIN rated USING (staff_id) FULL JOIN used USING (staff_id)
            ORDER BY handled DESC, staff_id LIMIT 1000
            """.formatted(SECONDS.formatted("duty"), SECONDS.formatted("busy * duty"));

    private StaffStatement() {}
}
