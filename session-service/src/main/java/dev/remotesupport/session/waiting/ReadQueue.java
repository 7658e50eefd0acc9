package dev.remotesupport.session.waiting;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import dev.remotesupport.session.waiting.ExpectedWait.Figures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the queue. All its statements leave together; each is answered by an index. */
@ApplicationScoped
class ReadQueue {

    /** The most that anybody asks for: twice the queue that the desk is measured with. */
    static final int ALL = 20_000;

    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String HEAD = """
            SELECT * FROM session WHERE state IN ('queued', 'offered') ORDER BY requested_at, id LIMIT $1
            """;
    private static final String COUNT = "SELECT count(*) AS waiting FROM session WHERE state IN ('queued', 'offered')";
    private static final String LATELY_CLAIMED = """
            SELECT count(*) AS claims FROM session WHERE assigned_at > clock_timestamp() - $1 * interval '1 second'
            """;
    private static final String LATELY_LASTED = """
            SELECT extract(epoch FROM avg(lasted))::bigint AS seconds
            FROM (SELECT ended_at - connected_at AS lasted FROM session WHERE state = 'ended' AND connected_at IS NOT NULL
                  ORDER BY requested_at DESC, id DESC LIMIT 50) AS ended
            """;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;

    ReadQueue(Tenancy tenancy, StaffProfiles profiles) {
        this.tenancy = tenancy;
        this.profiles = profiles;
    }

    /** Who takes sessions now. */
    Uni<List<StaffMember>> present(UUID organisation) {
        return tenancy.inTransaction(organisation, this::present);
    }

    Uni<Queue> first(UUID organisation, int atMost) {
        return tenancy.inTransaction(
                organisation,
                connection -> Uni.combine()
                        .all()
                        .unis(
                                connection
                                        .preparedQuery(HEAD)
                                        .execute(Tuple.of(atMost))
                                        .map(SessionRows::all),
                                number(connection, COUNT, Tuple.tuple()),
                                number(connection, LATELY_CLAIMED, Tuple.of(LATELY.toSeconds())),
                                number(connection, LATELY_LASTED, Tuple.tuple()),
                                present(connection))
                        .with((sessions, waiting, claims, lasted, present) -> {
                            var available = (int) present.stream()
                                    .filter(StaffMember::hasRoom)
                                    .count();
                            return Queue.of(
                                    waiting.orElse(0L).intValue(),
                                    sessions,
                                    present.size(),
                                    available,
                                    figures(present, claims.orElse(0L).intValue(), lasted),
                                    Instant.now());
                        }));
    }

    private Uni<List<StaffMember>> present(SqlConnection connection) {
        var now = Instant.now();
        return profiles.online(connection)
                .map(online -> online.stream()
                        .filter(member -> member.isAvailable(now))
                        .toList());
    }

    private static Figures figures(List<StaffMember> present, int claims, Optional<Long> lasted) {
        var room = present.stream().mapToInt(member -> member.limits().chat()).sum();
        var free = present.stream()
                .mapToInt(member ->
                        Math.max(0, member.limits().chat() - member.load().chat()))
                .sum();
        return new Figures(present.size(), room, free, claims, LATELY, lasted.map(Duration::ofSeconds));
    }

    private static Uni<Optional<Long>> number(SqlConnection connection, String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong(0)));
    }
}
