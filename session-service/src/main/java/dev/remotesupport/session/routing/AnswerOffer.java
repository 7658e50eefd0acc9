package dev.remotesupport.session.routing;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Accepts or declines what is offered to the caller. */
@ApplicationScoped
public class AnswerOffer {

    private final OpenSession open;
    private final MoveSession moves;
    private final StaffProfiles profiles;
    private final Offers offers;

    AnswerOffer(OpenSession open, MoveSession moves, StaffProfiles profiles, Offers offers) {
        this.open = open;
        this.moves = moves;
        this.profiles = profiles;
        this.offers = offers;
    }

    /** Doing it again is no error. */
    public Uni<Session> accept(Caller caller, UUID id) {
        return open.toTake(
                caller,
                id,
                connection -> profiles.lockCaller(connection, caller),
                (connection, member, session) -> isAccepted(session, member)
                        ? Uni.createFrom().item(session)
                        : moves.give(connection, offeredTo(session, member.id()), new Command.Assign(member.asStaff()))
                                .invoke(() -> offers.count("accepted")));
    }

    public Uni<Session> decline(Caller caller, UUID id) {
        return open.toTake(
                caller,
                id,
                connection -> Uni.createFrom().nullItem(),
                (connection, nothing, session) ->
                        offers.over(connection, offeredTo(session, UUID.fromString(caller.id())), "declined"));
    }

    private static boolean isAccepted(Session session, StaffMember member) {
        return session.state() != SessionState.ENDED
                && session.staff()
                        .filter(staff -> staff.id().equals(member.id()))
                        .isPresent();
    }

    private static Session offeredTo(Session session, UUID staff) {
        if (session.state() == SessionState.ENDED) {
            throw new ProblemException(SessionProblem.SESSION_ENDED, "Its customer does not wait any more.");
        }
        if (!session.routing().isOfferedTo(staff)) {
            throw new ProblemException(
                    SessionProblem.NOT_OFFERED, "The next will come; or pick one up from the queue.");
        }
        return session;
    }
}
