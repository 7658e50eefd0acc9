package dev.remotesupport.session.desk;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.desk.AssignPolicy.Assignee;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.roster.Roster;
import dev.remotesupport.session.roster.Roster.Colleague;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Gives a session to a member of the staff. Of several who reach for it at once exactly one gets it. */
@ApplicationScoped
class AssignSession {

    private final OpenSession open;
    private final MoveSession moves;
    private final Roster roster;

    AssignSession(OpenSession open, MoveSession moves, Roster roster) {
        this.open = open;
        this.moves = moves;
        this.roster = roster;
    }

    Uni<Session> assign(Caller caller, UUID id, Optional<UUID> named, Optional<String> name) {
        return open.toChange(
                caller,
                id,
                (connection, session) -> staff(connection, caller, named, name)
                        .chain(staff -> moves.move(connection, session, new Command.Assign(staff)))
                        .chain(assigned -> tellTheTruth(connection, assigned)));
    }

    private Uni<Staff> staff(SqlConnection connection, Caller caller, Optional<UUID> named, Optional<String> name) {
        return switch (AssignPolicy.assignee(caller, named)) {
            case Assignee.Self self ->
                roster.remember(connection, caller.organisationId(), self.id(), Optional.of(self.name()))
                        .replaceWith(new Staff(self.id(), self.name()));
            case Assignee.Colleague other ->
                roster.colleague(connection, other.id()).map(colleague -> named(colleague, name));
            case Assignee.Missing missing -> refused(SessionProblem.STAFF_REQUIRED, "Send a staffId.");
            case Assignee.Forbidden forbidden ->
                refused(SessionProblem.NOT_YOUR_SESSION, "Only a team lead gives sessions to others.");
        };
    }

    /** A technician who takes a session whose customer has just gone must see that, and so must everybody else. */
    private Uni<Session> tellTheTruth(SqlConnection connection, Session session) {
        return session.attendance().gone()
                ? moves.moveIfLegal(connection, session, new Command.Interrupt())
                : Uni.createFrom().item(session);
    }

    private static Staff named(Optional<Colleague> colleague, Optional<String> name) {
        var known = colleague.orElseThrow(
                () -> new ProblemException(SessionProblem.STAFF_UNKNOWN, "Nobody of your staff has this id."));
        return new Staff(known.id(), name.or(known::name).orElse("Staff"));
    }

    private static Uni<Staff> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
