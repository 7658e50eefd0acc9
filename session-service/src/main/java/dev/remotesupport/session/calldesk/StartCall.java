package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.CallCommand;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.MoveCall;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.request.CallStart;
import dev.remotesupport.session.request.StartSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Begins a call: in a session of its own that waits, or in the open one, where it rings at once if somebody has that. Whoever waits for
 * a chat and asks for a call waits for a call from now on.
 */
@ApplicationScoped
class StartCall {

    private final StartSession sessions;
    private final OpenSession open;
    private final Calls calls;
    private final MoveCall moves;
    private final SessionConfig config;

    StartCall(StartSession sessions, OpenSession open, Calls calls, MoveCall moves, SessionConfig config) {
        this.sessions = sessions;
        this.open = open;
        this.calls = calls;
        this.moves = moves;
        this.config = config;
    }

    /** @param fresh whether the call began just now */
    record Started(Session session, Call call, boolean fresh) {}

    Uni<Started> start(Caller caller, CallStart body) {
        return body.sessionId() == null
                ? sessions.startCall(caller, body)
                        .chain(started -> in(caller, started.session().id(), started.fresh()))
                : in(caller, body.sessionId(), false);
    }

    /** Asking again while one waits, rings or is under way gives that one. */
    private Uni<Started> in(Caller caller, UUID id, boolean fresh) {
        return open.toChange(
                caller,
                id,
                (connection, session) -> calls.lockOpenOf(connection, id)
                        .chain(found -> found.map(call -> Uni.createFrom().item(new Started(session, call, fresh)))
                                .orElseGet(() -> begin(connection, caller, session))));
    }

    private Uni<Started> begin(SqlConnection connection, Caller caller, Session session) {
        if (session.state() == SessionState.ENDED) {
            return refused(SessionProblem.SESSION_ENDED, "Ask for a call without naming a session.");
        }
        if (!CallPolicy.mayStart(session, caller)) {
            return refused(SessionProblem.NOT_YOUR_SESSION, "Only its customer or its technician calls in a session.");
        }
        return moves.beginIn(connection, session, CallPolicy.askedBy(caller), CallPolicy.waits(session))
                .chain(call -> ring(connection, caller, session, call))
                .map(call -> new Started(session, call, true));
    }

    private Uni<Call> ring(SqlConnection connection, Caller caller, Session session, Call call) {
        return switch (session.state()) {
            case ACTIVE, INTERRUPTED ->
                moves.move(
                        connection,
                        call,
                        new CallCommand.Ring(
                                CallPolicy.ringsAt(session, caller),
                                session.staff().orElseThrow().id(),
                                config.ringFor()));
            case OFFERED -> {
                var offer = session.routing().offer().orElseThrow();
                var left = Duration.between(Instant.now(), offer.expiresAt());
                yield moves.move(connection, call, new CallCommand.Ring(Seat.TECHNICIAN, offer.staffId(), left));
            }
            case REQUESTED, QUEUED, ENDED -> Uni.createFrom().item(call);
        };
    }

    private static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
