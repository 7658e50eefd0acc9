package dev.remotesupport.session.call;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.call.CallTransition.Outcome;
import dev.remotesupport.session.lifecycle.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Moves a call, tells of it in the same transaction, and counts it. The session is locked. */
@ApplicationScoped
public class MoveCall {

    private static final Logger LOG = Logger.getLogger(MoveCall.class);

    private final Calls calls;
    private final Outbox outbox;
    private final MeterRegistry meters;

    MoveCall(Calls calls, Outbox outbox, MeterRegistry meters) {
        this.calls = calls;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** The call that a session begins with, and ends with; it waits. */
    Uni<Call> begin(SqlConnection connection, Session session) {
        return begin(connection, session, Seat.CUSTOMER, true);
    }

    /**
     * A new call in an open session that has none; it waits. As long as it lasts the session counts as a call to whoever has it or
     * may get it.
     *
     * @param endsSession whether the session waits for this from now on, and ends with it
     */
    public Uni<Call> beginIn(SqlConnection connection, Session session, Seat askedBy, boolean endsSession) {
        return calls.enter(connection, session).chain(entered -> begin(connection, entered, askedBy, endsSession));
    }

    private Uni<Call> begin(SqlConnection connection, Session session, Seat askedBy, boolean endsSession) {
        return calls.begin(connection, session, askedBy, endsSession)
                .call(call -> outbox.append(connection, CallFacts.queued(call)));
    }

    /** Carries a command out, or fails with the problem that stands against it. */
    public Uni<Call> move(SqlConnection connection, Call call, CallCommand command) {
        return switch (CallTransition.of(call, command)) {
            case Outcome.Unchanged unchanged -> Uni.createFrom().item(call);
            case Outcome.Refused refused -> Uni.createFrom().failure(refusal(refused.why(), call));
            case Outcome.Moved moved -> move(connection, call, moved.to(), command);
        };
    }

    /** Carries a command out where that is legal, and leaves the call as it is where not. */
    Uni<Call> moveIfLegal(SqlConnection connection, Call call, CallCommand command) {
        return CallTransition.of(call, command) instanceof Outcome.Moved moved
                ? move(connection, call, moved.to(), command)
                : Uni.createFrom().item(call);
    }

    private Uni<Call> move(SqlConnection connection, Call call, CallState to, CallCommand command) {
        return noteMissed(connection, call, to)
                .chain(() -> calls.move(connection, call, to, command))
                .call(moved -> moved.state().isOver() && !moved.endsSession()
                        ? calls.leave(connection, moved)
                        : Uni.createFrom().voidItem())
                .call(moved -> outbox.append(connection, CallFacts.moved(moved, command)))
                .invoke(moved -> count(call.state(), moved));
    }

    private Uni<Void> noteMissed(SqlConnection connection, Call call, CallState to) {
        return call.ringsAt(Seat.TECHNICIAN) && (to == CallState.QUEUED || to == CallState.MISSED)
                ? calls.noteMissed(connection, call)
                : Uni.createFrom().voidItem();
    }

    private void count(CallState from, Call moved) {
        LOG.infof(
                "call moved callId=%s sessionId=%s organisation=%s from=%s to=%s version=%d",
                moved.id(),
                moved.session(),
                moved.organisation(),
                from.wire(),
                moved.state().wire(),
                moved.version());
        meters.counter(
                        "remote_support.call.moves",
                        "from",
                        from.wire(),
                        "to",
                        moved.state().wire())
                .increment();
    }

    private static ProblemException refusal(SessionProblem why, Call call) {
        return new ProblemException(
                why,
                switch (why) {
                    case CALL_OVER -> "Start another call.";
                    case ALREADY_ASSIGNED -> "A colleague has answered it.";
                    case NOT_OFFERED -> "It rings at a colleague.";
                    default -> "The call is " + call.state().wire() + ".";
                });
    }
}
