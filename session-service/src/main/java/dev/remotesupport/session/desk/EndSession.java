package dev.remotesupport.session.desk;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Review;
import dev.remotesupport.session.rating.RateSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Ends a session for good. */
@ApplicationScoped
class EndSession {

    private final OpenSession open;
    private final MoveSession moves;
    private final RateSession rateSession;

    EndSession(OpenSession open, MoveSession moves, RateSession rateSession) {
        this.open = open;
        this.moves = moves;
        this.rateSession = rateSession;
    }

    Uni<Session> end(Caller caller, UUID id, Optional<EndReason> reason, Review review) {
        return open.toChange(caller, id, (connection, session) -> {
            if (!DeskPolicy.mayHandle(session, caller)) {
                return refused("Only its customer, its technician or a team lead ends a session.");
            }
            var end = new Command.End(reason.orElseGet(() -> DeskPolicy.reason(caller)));
            return moves.move(connection, session, end)
                    .chain(ended -> rateSession.rate(connection, caller, ended, review));
        });
    }

    private static Uni<Session> refused(String detail) {
        return Uni.createFrom().failure(new ProblemException(SessionProblem.NOT_YOUR_SESSION, detail));
    }
}
