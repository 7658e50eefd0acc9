package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.desk.AssignPolicy.Assignee;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
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
    private final Sights sights;
    private final Calls calls;

    AssignSession(OpenSession open, MoveSession moves, StaffProfiles profiles, Sights sights, Calls calls) {
        this.open = open;
        this.moves = moves;
        this.profiles = profiles;
        this.sights = sights;
        this.calls = calls;
    }

    /** @param led what the caller may take from one and give to another; nothing unless a lead has named the member */
    private record Receiver(StaffMember member, Staff staff, boolean colleague, Sight led) {

        Session check(Session session) {
            if (colleague) {
                member.refusal(session, Instant.now()).ifPresent(why -> {
                    throw new ProblemException(why, "Choose somebody else, or let it wait.");
                });
            }
            return session;
        }

        Command command(Session session) {
            return session.staff().isPresent() && led.sees(session)
                    ? new Command.Transfer(staff)
                    : new Command.Assign(staff);
        }
    }

    Uni<Session> assign(Caller caller, UUID id, Optional<UUID> named, Optional<String> name) {
        return open.toTake(
                caller,
                id,
                connection ->
                        led(connection, caller, named).chain(led -> receiver(connection, caller, named, name, led)),
                (connection, receiver, session) -> room(connection, receiver, session)
                        .chain(() -> moves.give(connection, receiver.check(session), receiver.command(session))));
    }

    /** Whoever picks up a call answers it; for whom that is one too many it would only ring on. */
    private Uni<Void> room(SqlConnection connection, Receiver receiver, Session session) {
        return receiver.colleague()
                        || session.staff().isPresent()
                        || !session.channels().contains(Channel.CALL)
                ? Uni.createFrom().voidItem()
                : calls.activeOf(connection, receiver.member().id())
                        .invoke(active -> {
                            if (active >= receiver.member().limits().call()) {
                                throw new ProblemException(SessionProblem.STAFF_AT_CAPACITY, "End a call first.");
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<Sight> led(SqlConnection connection, Caller caller, Optional<UUID> named) {
        return named.isPresent() && caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                ? sights.of(connection, caller)
                : Uni.createFrom().item(new Sight.Nothing());
    }

    private Uni<Receiver> receiver(
            SqlConnection connection, Caller caller, Optional<UUID> named, Optional<String> name, Sight led) {
        return switch (AssignPolicy.assignee(caller, named)) {
            case Assignee.Self self ->
                profiles.lockCaller(connection, caller)
                        .map(member -> new Receiver(member, new Staff(self.id(), self.name()), false, led));
            case Assignee.Colleague other ->
                profiles.lock(connection, other.id())
                        .map(member -> new Receiver(member, named(member, name), true, led));
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
