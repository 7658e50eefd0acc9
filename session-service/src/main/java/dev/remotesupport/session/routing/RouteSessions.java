package dev.remotesupport.session.routing;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.WhenMoved;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import dev.remotesupport.session.staffing.WhenStaffChanged;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Offers sessions as long as any waits for whom somebody has room: the least loaded member first, each the session that has waited
 * longest for him or her. Woken by what has just been committed on this replica, one round at a time for each organisation; a slow
 * look at everything finds what a replica that died has left.
 */
@ApplicationScoped
class RouteSessions implements WhenMoved, WhenStaffChanged {

    private static final Logger LOG = Logger.getLogger(RouteSessions.class);

    private static final String ANY_WAITS = "SELECT FROM session WHERE state = 'queued' LIMIT 1";
    private static final String WHERE_SOME_WAIT_AND_SOMEBODY_IS_THERE = """
            SELECT DISTINCT member.organisation_id FROM staff_member AS member
            WHERE member.connected AND member.availability = 'online'
              AND EXISTS (SELECT FROM session WHERE session.organisation_id = member.organisation_id AND session.state = 'queued')
            """;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;
    private final Claims claims;
    private final Offers offers;

    private final Rounds rounds = new Rounds("routing", this::route);

    RouteSessions(Tenancy tenancy, StaffProfiles profiles, Claims claims, Offers offers) {
        this.tenancy = tenancy;
        this.profiles = profiles;
        this.claims = claims;
        this.offers = offers;
    }

    /** Who may get a session in this round, and how long each may think about one. */
    private record Round(UUID organisation, Duration offerTime, LeastLoaded members) {}

    @Override
    public void moved(SessionState from, Session session) {
        var waits = session.state() == SessionState.QUEUED;
        var freed = isWithSomebody(from) && (session.state() == SessionState.ENDED || session.state() == from);
        if (waits || freed) {
            rounds.ask(session.organisation());
        }
    }

    @Override
    public void changed(UUID organisation) {
        rounds.ask(organisation);
    }

    @Scheduled(every = "${remote-support.session.route-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> lookAround() {
        return tenancy.asSystem(connection ->
                        connection.query(WHERE_SOME_WAIT_AND_SOMEBODY_IS_THERE).execute())
                .invoke(rows -> rows.forEach(row -> rounds.ask(row.getUUID("organisation_id"))))
                .onFailure()
                .invoke(failure -> LOG.warnf("routing put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> route(UUID organisation) {
        return tenancy.inTransaction(organisation, connection -> prepare(connection, organisation))
                .chain(round -> Multi.createBy()
                        .repeating()
                        .uni(() -> offerOne(round))
                        .whilst(more -> more)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Round> prepare(SqlConnection connection, UUID organisation) {
        return DeskSettings.find(connection)
                .chain(settings -> candidates(connection, settings)
                        .map(members -> new Round(organisation, settings.offerTime(), LeastLoaded.of(members))));
    }

    private Uni<List<StaffMember>> candidates(SqlConnection connection, DeskSettings settings) {
        if (!settings.autoAssign()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .query(ANY_WAITS)
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new ArrayList<StaffMember>())
                        : profiles.online(connection).map(RouteSessions::withRoom));
    }

    private static List<StaffMember> withRoom(List<StaffMember> online) {
        var now = Instant.now();
        return online.stream()
                .filter(member -> member.isAvailable(now) && member.hasRoom())
                .toList();
    }

    /** Whether there is anybody left to try. Whoever gets nothing is done with for this round. */
    private Uni<Boolean> offerOne(Round round) {
        var member = round.members().next();
        if (member.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return claims.next(round.organisation(), member.get().id(), round.offerTime())
                .invoke(claimed -> claimed.ifPresent(session -> {
                    offers.made(session);
                    round.members().add(member.get().withAnother(session, Instant.now()));
                }))
                .map(claimed -> !round.members().isEmpty());
    }

    private static boolean isWithSomebody(SessionState state) {
        return switch (state) {
            case OFFERED, ACTIVE, INTERRUPTED -> true;
            case REQUESTED, QUEUED, ENDED -> false;
        };
    }
}
