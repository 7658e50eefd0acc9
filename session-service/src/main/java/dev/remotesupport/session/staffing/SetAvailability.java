package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.access.Sights;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes down whether a member takes sessions. Whoever takes none any more leaves no offer unanswered. */
@ApplicationScoped
class SetAvailability {

    private static final String SET = """
            UPDATE staff_member SET availability = $2, said = true, since = clock_timestamp(), version = version + 1
            WHERE id = $1 AND (availability <> $2 OR NOT said)
            RETURNING\s""" + StaffState.COLUMNS;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;
    private final ReturnSessions sessions;
    private final StaffNews news;
    private final Sights sights;

    SetAvailability(Tenancy tenancy, StaffProfiles profiles, ReturnSessions sessions, StaffNews news, Sights sights) {
        this.tenancy = tenancy;
        this.profiles = profiles;
        this.sessions = sessions;
        this.news = news;
        this.sights = sights;
    }

    /** The own, or that of somebody whom the caller leads. */
    Uni<StaffMember> set(Caller caller, UUID staff, Availability availability) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> profiles.lock(connection, staff)
                        .call(() -> sights.of(connection, caller).invoke(sight -> refuseUnlessLed(sight, staff)))
                        .chain(member -> set(connection, member.id(), availability))
                        .chain(() -> profiles.find(connection, staff))
                        .map(StaffProfiles::known));
    }

    private static void refuseUnlessLed(Sight sight, UUID staff) {
        if (sight instanceof Sight.Desk desk && !desk.staff().contains(staff)) {
            throw new ProblemException(PlatformProblem.NOT_PERMITTED, "Ask a lead of the member's team.");
        }
    }

    private Uni<Void> set(SqlConnection connection, UUID staff, Availability availability) {
        return connection
                .preparedQuery(SET)
                .execute(Tuple.of(staff, availability.wire()))
                .chain(rows -> news.availability(connection, StaffState.all(rows)))
                .chain(() -> availability == Availability.ONLINE
                        ? Uni.createFrom().voidItem()
                        : sessions.offered(connection, List.of(staff)));
    }
}
