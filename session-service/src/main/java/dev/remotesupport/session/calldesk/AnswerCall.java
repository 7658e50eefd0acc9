package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.CallCommand;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.MoveCall;
import dev.remotesupport.session.call.OpenCall;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.staffing.StaffProfiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers a call: one that waits, one that rings at the member of the staff, or at a customer whom the technician calls. Of several who
 * pick up at once exactly one gets it.
 */
@ApplicationScoped
class AnswerCall {

    private final OpenCall open;
    private final MoveSession sessions;
    private final Calls calls;
    private final MoveCall moves;
    private final StaffProfiles profiles;

    AnswerCall(OpenCall open, MoveSession sessions, Calls calls, MoveCall moves, StaffProfiles profiles) {
        this.open = open;
        this.sessions = sessions;
        this.calls = calls;
        this.moves = moves;
        this.profiles = profiles;
    }

    /** A call with the session that it belongs to. */
    record Answered(Session session, Call call) {}

    /**
     * Doing it again is no error.
     *
     * @param named who answers, where the caller is a system
     */
    Uni<Answered> answer(Caller caller, UUID id, Optional<UUID> named) {
        return switch (caller.kind()) {
            case CUSTOMER, VISITOR -> byCustomer(caller, id);
            case STAFF, API_KEY, HELPER, OPERATOR ->
                open.toTake(
                        caller,
                        id,
                        connection -> member(connection, caller, named),
                        (connection, member, session, call) -> byStaff(connection, member, session, call));
        };
    }

    private Uni<Answered> byCustomer(Caller caller, UUID id) {
        return open.toChange(caller, id, (connection, session, call) -> {
            if (!SessionAccess.isCustomer(session, caller)
                    || !call.state().isOver() && call.state() != CallState.ACTIVE && !call.ringsAt(Seat.CUSTOMER)) {
                return refused(SessionProblem.NOT_YOUR_CALL, "The staff answers it.");
            }
            return answer(connection, session, call, call.staff());
        });
    }

    private Uni<StaffMember> member(SqlConnection connection, Caller caller, Optional<UUID> named) {
        if (caller.kind() == CallerKind.API_KEY) {
            return named.map(staff -> profiles.lock(connection, staff))
                    .orElseGet(() -> refused(SessionProblem.STAFF_REQUIRED, "Send a staffId."));
        }
        return named.filter(staff -> !staff.toString().equals(caller.id())).isPresent()
                ? refused(SessionProblem.NOT_YOUR_CALL, "Nobody answers for somebody else.")
                : profiles.lockCaller(connection, caller);
    }

    /** The member is locked, so that nobody speaks in more calls than he or she may, whoever gives them. */
    private Uni<Answered> byStaff(SqlConnection connection, StaffMember member, Session session, Call call) {
        if (call.state().isOver() || call.state() == CallState.ACTIVE) {
            return answer(connection, session, call, Optional.of(member.id()));
        }
        if (!CallPolicy.waits(session) && !call.isWith(member.id())) {
            return refused(SessionProblem.ALREADY_ASSIGNED, "A colleague is helping this customer.");
        }
        if (call.ringsAt(Seat.CUSTOMER)) {
            return refused(SessionProblem.NOT_NOW, "It rings at the customer.");
        }
        return calls.activeOf(connection, member.id())
                .chain(active -> active < member.limits().call()
                        ? take(connection, member, session, call)
                        : refused(SessionProblem.STAFF_AT_CAPACITY, "End a call first."));
    }

    /** The session of a call that waits is the member's from now on; the call follows it, ringing or answered. */
    private Uni<Answered> take(SqlConnection connection, StaffMember member, Session session, Call call) {
        return CallPolicy.waits(session)
                ? sessions.give(connection, session, new Command.Assign(member.asStaff()))
                        .chain(given -> calls.lock(connection, call.id())
                                .chain(followed -> answer(connection, given, followed, Optional.of(member.id()))))
                : answer(connection, session, call, Optional.of(member.id()));
    }

    private Uni<Answered> answer(SqlConnection connection, Session session, Call call, Optional<UUID> staff) {
        return staff.map(member -> moves.move(connection, call, new CallCommand.Answer(member)))
                .orElseGet(() -> refused(SessionProblem.CALL_OVER, "Start another call."))
                .map(answered -> new Answered(session, answered));
    }

    private static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
