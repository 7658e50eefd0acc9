package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.CallCommand;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.MoveCall;
import dev.remotesupport.session.call.OpenCall;
import dev.remotesupport.session.calldesk.AnswerCall.Answered;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.routing.AnswerOffer;
import dev.remotesupport.session.routing.Refusals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Lets a call ring no more. A customer who waits goes on waiting, for somebody else; within a session the call is declined. */
@ApplicationScoped
class DeclineCall {

    private final OpenCall open;
    private final AnswerOffer offers;
    private final Refusals refusals;
    private final MoveSession sessions;
    private final Calls calls;
    private final MoveCall moves;

    DeclineCall(
            OpenCall open, AnswerOffer offers, Refusals refusals, MoveSession sessions, Calls calls, MoveCall moves) {
        this.open = open;
        this.offers = offers;
        this.refusals = refusals;
        this.sessions = sessions;
        this.calls = calls;
        this.moves = moves;
    }

    Uni<Answered> decline(Caller caller, UUID id) {
        return open.toRead(
                        caller,
                        id,
                        (connection, session, call) ->
                                Uni.createFrom().item(new Answered(session, checked(session, call, caller))))
                .chain(seen -> seen.session().state() == SessionState.OFFERED
                        ? offers.decline(caller, seen.session().id())
                                .chain(() -> open.toRead(
                                        caller,
                                        id,
                                        (connection, session, call) ->
                                                Uni.createFrom().item(new Answered(session, call))))
                        : open.toChange(
                                caller,
                                id,
                                (connection, session, call) ->
                                        inSession(connection, session, checked(session, call, caller))));
    }

    private static Call checked(Session session, Call call, Caller caller) {
        if (call.state().isOver()) {
            throw new ProblemException(SessionProblem.CALL_OVER, "There is nothing to decline any more.");
        }
        var at = call.ring().map(Call.Ring::at);
        if (at.isEmpty()) {
            throw new ProblemException(SessionProblem.NOT_NOW, "The call does not ring.");
        }
        if (!at.equals(CallPolicy.seat(session, call, caller))) {
            throw new ProblemException(SessionProblem.NOT_YOUR_CALL, "It rings at somebody else.");
        }
        return call;
    }

    private Uni<Answered> inSession(SqlConnection connection, Session session, Call call) {
        return call.endsSession() && call.ringsAt(Seat.TECHNICIAN)
                ? giveBack(connection, session, call)
                : moves.move(connection, call, new CallCommand.Decline(reason(call)))
                        .map(declined -> new Answered(session, declined));
    }

    /** It rang because a lead gave it. */
    private Uni<Answered> giveBack(SqlConnection connection, Session session, Call call) {
        return refusals.note(connection, session, call.staff().orElseThrow())
                .chain(() -> sessions.move(connection, session, new Command.Requeue(Optional.empty())))
                .chain(queued -> calls.find(connection, call.id()).map(waits -> new Answered(queued, waits)));
    }

    private static EndReason reason(Call call) {
        return call.ringsAt(Seat.CUSTOMER) ? EndReason.BY_CUSTOMER : EndReason.BY_STAFF;
    }
}
