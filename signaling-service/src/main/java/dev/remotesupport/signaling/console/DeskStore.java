package dev.remotesupport.signaling.console;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which replica hears whose console, in Postgres: somebody whose page was loaded again, on another replica, has not gone.
 */
@ApplicationScoped
class DeskStore {

    // In one order, so that two replicas never wait for each other.
    private static final String HEARD = """
            INSERT INTO console_heard (organisation_id, staff_id, replica, heard_at)
            SELECT $1, staff, $3, clock_timestamp() FROM unnest($2::uuid[]) AS staff ORDER BY staff
            ON CONFLICT (organisation_id, staff_id, replica) DO UPDATE SET heard_at = excluded.heard_at
            """;

    private static final String FORGET = """
            DELETE FROM console_heard WHERE organisation_id = $1
              AND (replica = $3 AND staff_id = ANY ($2::uuid[]) OR heard_at < clock_timestamp() - interval '1 minute')
            """;

    private static final String ELSEWHERE = """
            SELECT DISTINCT staff_id FROM console_heard
            WHERE organisation_id = $1 AND staff_id = ANY ($2::uuid[]) AND replica <> $3
              AND heard_at > clock_timestamp() - interval '10 seconds'
            """;

    private final Tenancy tenancy;
    private final String replica;

    @Inject
    DeskStore(Tenancy tenancy, SignalingConfig config) {
        this.tenancy = tenancy;
        this.replica = config.address();
    }

    /** Notes who is heard here, and answers those of the gone whom no other replica hears. */
    Uni<Set<UUID>> note(UUID organisation, DeskBook.Report report) {
        return tenancy.inTransaction(
                organisation,
                connection -> run(connection, HEARD, organisation, report.seen())
                        .chain(() -> run(connection, FORGET, organisation, report.gone()))
                        .chain(() -> elsewhere(connection, organisation, report.gone()))
                        .map(elsewhere -> {
                            Set<UUID> gone = new HashSet<>(report.gone());
                            gone.removeAll(elsewhere);
                            return gone;
                        }));
    }

    private Uni<Void> run(SqlConnection connection, String statement, UUID organisation, Set<UUID> staff) {
        return staff.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(statement)
                        .execute(tuple(organisation, staff))
                        .replaceWithVoid();
    }

    private Uni<Set<UUID>> elsewhere(SqlConnection connection, UUID organisation, Set<UUID> staff) {
        return staff.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : connection
                        .preparedQuery(ELSEWHERE)
                        .execute(tuple(organisation, staff))
                        .map(rows -> {
                            Set<UUID> found = new HashSet<>();
                            rows.forEach(row -> found.add(row.getUUID("staff_id")));
                            return found;
                        });
    }

    private Tuple tuple(UUID organisation, Set<UUID> staff) {
        return Tuple.of(organisation, staff.toArray(UUID[]::new), replica);
    }
}
