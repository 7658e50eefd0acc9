package dev.remotesupport.session.waiting;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.staffing.Capacity;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import dev.remotesupport.session.waiting.ExpectedWait.Figures;
import dev.remotesupport.session.waiting.Queue.Expected;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Reads the queue. All its statements leave together; each is answered by an index. */
@ApplicationScoped
public class ReadQueue {

    /** The most that anybody asks for: twice the queue that the desk is measured with. */
    static final int ALL = 20_000;

    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String HEAD = """
            SELECT * FROM session WHERE state IN ('queued', 'offered') AND ($2 OR channels[1] = 'call')
            ORDER BY requested_at, id LIMIT $1
            """;
    private static final String COUNT = """
            SELECT count(*) AS waiting FROM session WHERE state IN ('queued', 'offered') AND ($1 OR channels[1] = 'call')
            """;
    private static final String LATELY_CLAIMED = """
            SELECT count(*) FILTER (WHERE channels[1] <> 'call') AS chat, count(*) FILTER (WHERE channels[1] = 'call') AS call
            FROM session WHERE assigned_at > clock_timestamp() - $1 * interval '1 second'
            """;
    private static final String LATELY_LASTED = """
            SELECT extract(epoch FROM avg(lasted) FILTER (WHERE NOT call))::bigint AS chat,
              extract(epoch FROM avg(lasted) FILTER (WHERE call))::bigint AS call
            FROM (SELECT ended_at - connected_at AS lasted, channels[1] = 'call' AS call
                  FROM session WHERE state = 'ended' AND connected_at IS NOT NULL
                  ORDER BY requested_at DESC, id DESC LIMIT 100) AS ended
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
        return tenancy.inTransaction(organisation, connection -> read(connection, atMost, true));
    }

    /** Only the calls, with their places among each other. */
    public Uni<Queue> calls(SqlConnection connection, int atMost) {
        return read(connection, atMost, false);
    }

    private Uni<Queue> read(SqlConnection connection, int atMost, boolean chatsToo) {
        return Uni.combine()
                .all()
                .unis(
                        connection
                                .preparedQuery(HEAD)
                                .execute(Tuple.of(atMost, chatsToo))
                                .map(SessionRows::all),
                        row(connection, COUNT, Tuple.of(chatsToo)),
                        row(connection, LATELY_CLAIMED, Tuple.of(LATELY.toSeconds())),
                        row(connection, LATELY_LASTED, Tuple.tuple()),
                        present(connection))
                .with((sessions, waiting, claims, lasted, present) -> Queue.of(
                        waiting.getLong("waiting").intValue(),
                        sessions,
                        present,
                        new Expected(
                                figures(present, claims, lasted, "chat", Capacity::chat),
                                figures(present, claims, lasted, "call", Capacity::call)),
                        Instant.now()));
    }

    private Uni<List<StaffMember>> present(SqlConnection connection) {
        var now = Instant.now();
        return profiles.online(connection)
                .map(online -> online.stream()
                        .filter(member -> member.isAvailable(now))
                        .toList());
    }

    /** Of one kind of session; whoever may have none of it does not count. */
    private static Figures figures(
            List<StaffMember> present, Row claims, Row lasted, String kind, ToIntFunction<Capacity> of) {
        var room = present.stream()
                .mapToInt(member -> of.applyAsInt(member.limits()))
                .sum();
        var free = present.stream()
                .mapToInt(member -> Math.max(0, of.applyAsInt(member.limits()) - of.applyAsInt(member.load())))
                .sum();
        var taking = (int) present.stream()
                .filter(member -> of.applyAsInt(member.limits()) > 0)
                .count();
        return new Figures(
                taking,
                room,
                free,
                claims.getLong(kind).intValue(),
                LATELY,
                Optional.ofNullable(lasted.getLong(kind)).map(Duration::ofSeconds));
    }

    private static Uni<Row> row(SqlConnection connection, String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next());
    }
}
