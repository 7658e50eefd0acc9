package dev.remotesupport.session.routing;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.note.Note.Author;
import dev.remotesupport.session.note.Notes;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import dev.remotesupport.session.staffing.Teams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gives a session to a colleague, or lets it wait for a team, with a word about it. */
@ApplicationScoped
class TransferSession {

    private final OpenSession open;
    private final MoveSession moves;
    private final StaffProfiles profiles;
    private final Teams teams;
    private final Refusals refusals;
    private final Notes notes;

    TransferSession(
            OpenSession open, MoveSession moves, StaffProfiles profiles, Teams teams, Refusals refusals, Notes notes) {
        this.open = open;
        this.moves = moves;
        this.profiles = profiles;
        this.teams = teams;
        this.refusals = refusals;
        this.notes = notes;
    }

    Uni<Session> toStaff(Caller caller, UUID id, UUID staff, Optional<String> note) {
        return open.toChange(
                caller,
                id,
                connection -> profiles.lock(connection, staff),
                (connection, member, session) -> moves.give(
                                connection, checked(session, caller), command(session, member))
                        .call(moved -> write(connection, moved, caller, note)));
    }

    /** Whoever had it is not offered it again at once, being in that team or not. */
    Uni<Session> toTeam(Caller caller, UUID id, UUID team, Optional<String> note) {
        return open.toChange(
                caller,
                id,
                connection -> teams.keep(connection, team),
                (connection, kept, session) -> moves.move(
                                connection, checked(session, caller), new Command.Requeue(Optional.of(kept.id())))
                        .call(() -> session.staff()
                                .map(Staff::id)
                                .map(former -> refusals.note(connection, session, former))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .call(moved -> write(connection, moved, caller, note)));
    }

    private static Session checked(Session session, Caller caller) {
        if (!TransferPolicy.mayTransfer(session, caller)) {
            throw new ProblemException(
                    SessionProblem.NOT_YOUR_SESSION, "Only its technician or a team lead transfers a session.");
        }
        return session;
    }

    private static Command command(Session session, StaffMember member) {
        member.refusal(session, Instant.now()).ifPresent(why -> {
            throw new ProblemException(why, "Choose somebody else, or a team.");
        });
        return session.staff().isPresent()
                ? new Command.Transfer(member.asStaff())
                : new Command.Assign(member.asStaff());
    }

    private Uni<Void> write(SqlConnection connection, Session session, Caller caller, Optional<String> note) {
        return note.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> notes.write(connection, session, Author.of(caller), text)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
