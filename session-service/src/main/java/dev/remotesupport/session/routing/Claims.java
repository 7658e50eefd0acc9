package dev.remotesupport.session.routing;

import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.lifecycle.SessionStore;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Offers a member of the staff the session that waits longest of those that he or she may have. The member's row is locked first,
 * so that what the member has cannot grow while it is counted; then the session is claimed, and offered in the same transaction.
 *
 * <p>Claimers pass each other by an advisory lock on the session and not by its row: whoever only notes something in the row, such
 * as that the customer has reloaded the page, makes nobody skip it. So what a claimer passes over is on its way to somebody else.
 */
@ApplicationScoped
public class Claims {

    /** What several claimers may reach for at once; each passes over the others'. */
    private static final int REACH = 256;

    /** How often a claimer looks again because somebody has picked up by hand what it had found. */
    private static final int ATTEMPTS = 16;

    /** Whose customer has been away for this long gets no technician; the place stays. */
    private static final Duration AWAY = Duration.ofSeconds(20);

    private static final String NEXT = """
            SELECT * FROM session WHERE id = (
              SELECT id FROM (
                SELECT id FROM session AS waiting
                WHERE state = 'queued'
                  AND (team_id IS NULL OR team_id = ANY ($2))
                  AND (skill IS NULL OR skill = ANY ($3))
                  AND CASE WHEN channels[1] = 'call' THEN $5::boolean ELSE $4::boolean END
                  AND (NOT customer_seen OR absent_since IS NULL OR absent_since > clock_timestamp() - $7 * interval '1 second')
                  AND NOT EXISTS (SELECT FROM session_refusal AS refusal
                    WHERE refusal.session_id = waiting.id AND refusal.staff_id = $1
                      AND refusal.refused_at > clock_timestamp() - $6 * interval '1 millisecond')
                ORDER BY requested_at, id LIMIT $8) AS place
              WHERE pg_try_advisory_xact_lock(hashtextextended(place.id::text, 0))
              LIMIT 1)
            """;
    private static final String OFFERED = "UPDATE staff_member SET offered_at = clock_timestamp() WHERE id = $1";

    private final Tenancy tenancy;
    private final MoveSession moves;
    private final StaffProfiles profiles;
    private final Duration refusalHolds;
    private final Timer claimed;

    @Inject
    public Claims(
            Tenancy tenancy, MoveSession moves, StaffProfiles profiles, SessionConfig config, MeterRegistry meters) {
        this(tenancy, moves, profiles, config.refusalHolds(), meters);
    }

    private Claims(
            Tenancy tenancy, MoveSession moves, StaffProfiles profiles, Duration refusalHolds, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.moves = moves;
        this.profiles = profiles;
        this.refusalHolds = refusalHolds;
        this.claimed = Timer.builder("remote_support.routing.claim")
                .description("From the decision to give a member the next session to its offer, or to none")
                .register(meters);
    }

    /** Claims outside of Quarkus, as in tests and benchmarks. */
    public static Claims standing(Tenancy tenancy, Outbox outbox, MeterRegistry meters) {
        var moves = new MoveSession(new SessionStore(), outbox, tenancy, List.of(), List.of(), List.of(), meters);
        return new Claims(tenancy, moves, new StaffProfiles(), Duration.ofMinutes(1), meters);
    }

    /**
     * Offers the member the next session, if there is one and the member may have one more.
     *
     * @param time how long the member may think about it
     */
    public Uni<Optional<Session>> next(UUID organisation, UUID staff, Duration time) {
        return Uni.createFrom().deferred(() -> {
            var since = System.nanoTime();
            return tenancy.inTransaction(
                            organisation,
                            connection -> profiles.lockIfThere(connection, staff)
                                    .chain(found -> found.filter(
                                                    member -> member.isAvailable(Instant.now()) && member.hasRoom())
                                            .map(member -> claim(connection, member, time, ATTEMPTS))
                                            .orElseGet(Claims::nothing)))
                    .invoke(() -> claimed.record(Duration.ofNanos(System.nanoTime() - since)));
        });
    }

    private Uni<Optional<Session>> claim(SqlConnection connection, StaffMember member, Duration time, int attempts) {
        return pick(connection, member)
                .chain(picked -> picked.map(session -> offer(connection, member, session, time))
                        .orElseGet(Claims::nothing))
                .onFailure(Claims::hasJustChanged)
                .recoverWithUni(() -> attempts > 1 ? claim(connection, member, time, attempts - 1) : nothing());
    }

    private Uni<Optional<Session>> pick(SqlConnection connection, StaffMember member) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.from(new Object[] {
                    member.id(),
                    member.teams().stream().map(StaffMember.Team::id).toArray(UUID[]::new),
                    member.skills().toArray(String[]::new),
                    member.hasRoomForChats(),
                    member.hasRoomForCalls(),
                    refusalHolds.toMillis(),
                    AWAY.toSeconds(),
                    REACH
                }))
                .map(SessionRows::first);
    }

    /** Both statements leave together: each round trip is a time in which the member's row and the session are held. */
    private Uni<Optional<Session>> offer(SqlConnection connection, StaffMember member, Session session, Duration time) {
        return Uni.combine()
                .all()
                .unis(
                        moves.move(connection, session, new Command.Offer(member.id(), time)),
                        connection.preparedQuery(OFFERED).execute(Tuple.of(member.id())))
                .with((offered, noted) -> Optional.of(offered));
    }

    /** Between its finding and its move somebody else moved it; nothing is broken, and the next look will not find it. */
    private static boolean hasJustChanged(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == SessionProblem.NOT_NOW;
    }

    private static Uni<Optional<Session>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
