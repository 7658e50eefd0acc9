package dev.remotesupport.session.plan;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Keeps an organisation to what its plan includes. Whoever is about to share one more page locks the plan's row until the end of
 * the transaction, so that two replicas never both count the last place as free. Locked last of all.
 */
@ApplicationScoped
public class PlanLimits {

    private static final String FOLLOW = """
            INSERT INTO plan_limit AS known (organisation_id, version, max_shared) VALUES ($1, $2, $3)
            ON CONFLICT (organisation_id) DO UPDATE
              SET version = excluded.version, max_shared = coalesce(excluded.max_shared, known.max_shared)
              WHERE known.version < excluded.version
            """;
    private static final String LOCK = "SELECT max_shared FROM plan_limit WHERE organisation_id = $1 FOR UPDATE";
    private static final String READ = "SELECT max_shared FROM plan_limit WHERE organisation_id = $1";

    /** A statement of its own: one that began before the lock was there would count too little. */
    private static final String SHARED = """
            SELECT count(DISTINCT session_id) AS shared FROM session_grant
            WHERE organisation_id = $1 AND capability = 'view' AND closed_at IS NULL AND expires_at > clock_timestamp()
              AND session_id IS DISTINCT FROM $2
            """;

    /**
     * How many pages are shared.
     *
     * @param limit absent while nothing is known of the plan
     */
    public record Use(long shared, Optional<Integer> limit) {

        boolean isFull() {
            return limit.filter(most -> shared >= most).isPresent();
        }
    }

    /** Learns from an event; an older one than what is known changes nothing. */
    public Uni<Void> follow(SqlConnection connection, UUID organisation, long version, Integer maxShared) {
        return connection
                .preparedQuery(FOLLOW)
                .execute(Tuple.of(organisation, version, maxShared))
                .replaceWithVoid();
    }

    /** Fails with 402 {@code plan-limit} if sharing this session's page would be one too many. */
    public Uni<Void> mayShare(SqlConnection connection, UUID organisation, UUID session) {
        return use(connection, LOCK, organisation, session)
                .invoke(use -> {
                    if (use.isFull()) {
                        throw new ProblemException(
                                SessionProblem.PLAN_LIMIT,
                                "%d pages are shared already, as many as the plan includes. Wait until one is no longer, or ask for a larger plan."
                                        .formatted(use.shared()));
                    }
                })
                .replaceWithVoid();
    }

    Uni<Use> use(SqlConnection connection, UUID organisation) {
        return use(connection, READ, organisation, null);
    }

    private static Uni<Use> use(SqlConnection connection, String limit, UUID organisation, UUID but) {
        return connection
                .preparedQuery(limit)
                .execute(Tuple.of(organisation))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getInteger("max_shared")))
                .chain(most -> connection
                        .preparedQuery(SHARED)
                        .execute(Tuple.of(organisation, but))
                        .map(rows -> {
                            Row row = rows.iterator().next();
                            return new Use(row.getLong("shared"), most);
                        }));
    }
}
