package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.desk.AssignPolicy.Assignee;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a session to a member of the staff. Of several who reach for it at once exactly one gets it. Whoever takes one answers for
 * it; who gives one to somebody else must find that one available, with room for it.
 */
@ApplicationScoped
class AssignSession {

    private final OpenSession open;
    private final MoveSession moves;
    private final StaffProfiles profiles;

    AssignSession(OpenSession open, MoveSession moves, StaffProfiles profiles) {
        this.open = open;
        this.moves = moves;
        this.profiles = profiles;
    }

    /** @param given whether the caller has named the member, and may so take the session from somebody else */
    private record Receiver(StaffMember member, Staff staff, boolean colleague, boolean given) {

        Session check(Session session) {
            if (colleague) {
                member.refusal(session, Instant.now()).ifPresent(why -> {
                    throw new ProblemException(why, "Choose somebody else, or let it wait.");
                });
            }
            return session;
        }

        Command command(Session session) {
            return given && session.staff().isPresent() ? new Command.Transfer(staff) : new Command.Assign(staff);
        }
    }

    Uni<Session> assign(Caller caller, UUID id, Optional<UUID> named, Optional<String> name) {
        var mayReassign = named.isPresent() && caller.isStaffAtLeast(StaffRole.TEAM_LEAD);
        return open.toChange(
                caller,
                id,
                connection -> receiver(connection, caller, named, name, mayReassign),
                (connection, receiver, session) ->
                        moves.give(connection, receiver.check(session), receiver.command(session)));
    }

    private Uni<Receiver> receiver(
            SqlConnection connection, Caller caller, Optional<UUID> named, Optional<String> name, boolean mayReassign) {
        return switch (AssignPolicy.assignee(caller, named)) {
            case Assignee.Self self ->
                profiles.lockCaller(connection, caller)
                        .map(member -> new Receiver(member, new Staff(self.id(), self.name()), false, mayReassign));
            case Assignee.Colleague other ->
                profiles.lock(connection, other.id())
                        .map(member -> new Receiver(member, named(member, name), true, mayReassign));
            case Assignee.Missing missing -> refused(SessionProblem.STAFF_REQUIRED, "Send a staffId.");
            case Assignee.Forbidden forbidden ->
                refused(SessionProblem.NOT_YOUR_SESSION, "Only a team lead gives sessions to others.");
        };
    }

    private static Staff named(StaffMember member, Optional<String> name) {
        return member.name()
                .or(() -> name)
                .map(known -> new Staff(member.id(), known))
                .orElseGet(member::asStaff);
    }

    private static Uni<Receiver> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
