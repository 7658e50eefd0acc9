package dev.remotesupport.stats.fact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Keeps facts. A fact that is there already stays as it is. */
@ApplicationScoped
class FactStore {

    private static final String KEEP = """
            INSERT INTO fact (topic, key, version, organisation_id, type, at, duration_seconds, channel, staff_id, rating, on_duty,
              outcome, call_seconds, score)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::bigint[],
                $8::text[], $9::uuid[], $10::smallint[], $11::boolean[], $12::text[], $13::bigint[], $14::double precision[])
            ON CONFLICT DO NOTHING
            """;

    private final FigureStore figures;

    FactStore(FigureStore figures) {
        this.figures = figures;
    }

    /** Keeps many in one statement, and what follows from them; answers how many were new. */
    Uni<Integer> keep(SqlConnection connection, List<Fact> facts) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.from(new Object[] {
                    column(facts, Fact::topic, String[]::new),
                    column(facts, Fact::key, String[]::new),
                    column(facts, Fact::version, Long[]::new),
                    column(facts, Fact::organisation, UUID[]::new),
                    column(facts, Fact::type, String[]::new),
                    column(facts, fact -> OffsetDateTime.ofInstant(fact.at(), ZoneOffset.UTC), OffsetDateTime[]::new),
                    column(facts, fact -> fact.details().durationSeconds(), Long[]::new),
                    column(facts, fact -> fact.details().channel(), String[]::new),
                    column(facts, fact -> fact.details().staff(), UUID[]::new),
                    column(facts, FactStore::rating, Short[]::new),
                    column(facts, fact -> fact.details().onDuty(), Boolean[]::new),
                    column(facts, fact -> fact.details().call().outcome(), String[]::new),
                    column(facts, fact -> fact.details().call().seconds(), Long[]::new),
                    column(facts, fact -> fact.details().call().score(), Double[]::new)
                }))
                .map(SqlResult::rowCount)
                .call(() -> figures.follow(connection, facts));
    }

    private static Short rating(Fact fact) {
        var rating = fact.details().rating();
        return rating == null ? null : rating.shortValue();
    }

    private static <T> T[] column(List<Fact> facts, Function<Fact, T> value, IntFunction<T[]> array) {
        return facts.stream().map(value).toArray(array);
    }
}
