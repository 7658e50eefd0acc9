package dev.remotesupport.session.desk;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Ends a session for good. */
@ApplicationScoped
class EndSession {

    private final OpenSession open;
    private final MoveSession moves;

    EndSession(OpenSession open, MoveSession moves) {
        this.open = open;
        this.moves = moves;
    }

    /** What a customer thinks of the help; either part may be absent. */
    record Rating(Optional<Integer> stars, Optional<String> feedback) {

        static final Rating NONE = new Rating(Optional.empty(), Optional.empty());

        boolean isGiven() {
            return stars.isPresent() || feedback.isPresent();
        }
    }

    Uni<Session> end(Caller caller, UUID id, Optional<EndReason> reason, Rating rating) {
        return open.toChange(caller, id, (connection, session) -> {
            if (!DeskPolicy.mayHandle(session, caller)) {
                return refused("Only its customer, its technician or a team lead ends a session.");
            }
            if (rating.isGiven() && !DeskPolicy.mayRate(session, caller)) {
                return refused("Only the customer rates a session.");
            }
            var end = new Command.End(reason.orElseGet(() -> DeskPolicy.reason(caller)));
            return moves.move(connection, session, end).call(ended -> rate(connection, ended, rating));
        });
    }

    private static Uni<Void> rate(SqlConnection connection, Session session, Rating rating) {
        if (!rating.isGiven()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("UPDATE session SET rating = $2, feedback = $3 WHERE id = $1")
                .execute(Tuple.of(
                        session.id(),
                        rating.stars().map(Integer::shortValue).orElse(null),
                        rating.feedback().orElse(null)))
                .replaceWithVoid();
    }

    private static Uni<Session> refused(String detail) {
        return Uni.createFrom().failure(new ProblemException(SessionProblem.NOT_YOUR_SESSION, detail));
    }
}
