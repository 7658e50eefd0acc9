package dev.remotesupport.session.call;

import static dev.remotesupport.contracts.CallState.ACTIVE;
import static dev.remotesupport.contracts.CallState.COMPLETED;
import static dev.remotesupport.contracts.CallState.DECLINED;
import static dev.remotesupport.contracts.CallState.MISSED;
import static dev.remotesupport.contracts.CallState.QUEUED;
import static dev.remotesupport.contracts.CallState.RINGING;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.session.SessionProblem;
import java.util.Optional;
import java.util.UUID;

/** The rules of a call's life, and nothing else. The table {@code call} refuses what is not in here. */
final class CallTransition {

    private CallTransition() {}

    /** What a command comes to. */
    sealed interface Outcome {

        /** It is legal and leads to this state. */
        record Moved(CallState to) implements Outcome {}

        /** It is already so. */
        record Unchanged() implements Outcome {}

        /** It is not legal. */
        record Refused(SessionProblem why) implements Outcome {}
    }

    static Outcome of(Call call, CallCommand command) {
        return of(call.state(), call.staff(), command);
    }

    static Outcome of(CallState from, Optional<UUID> staff, CallCommand command) {
        if (from.isOver()) {
            return new Outcome.Refused(SessionProblem.CALL_OVER);
        }
        return switch (command) {
            case CallCommand.Queue queue -> from == QUEUED ? new Outcome.Unchanged() : new Outcome.Moved(QUEUED);
            case CallCommand.Ring ring -> ring(from, isWith(staff, ring.staffId()));
            case CallCommand.Answer answer -> answer(from, isWith(staff, answer.staffId()));
            case CallCommand.HandOver handOver -> handOver(from, isWith(staff, handOver.staffId()));
            case CallCommand.Decline decline ->
                from == RINGING ? new Outcome.Moved(DECLINED) : new Outcome.Refused(SessionProblem.NOT_NOW);
            case CallCommand.End end -> new Outcome.Moved(from == ACTIVE ? COMPLETED : MISSED);
        };
    }

    /** Somebody else may take over what rings in vain. */
    private static Outcome ring(CallState from, boolean same) {
        return switch (from) {
            case QUEUED -> new Outcome.Moved(RINGING);
            case RINGING -> same ? new Outcome.Unchanged() : new Outcome.Moved(RINGING);
            case ACTIVE, COMPLETED, MISSED, DECLINED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    /** Of several who pick up at once the first has it. */
    private static Outcome answer(CallState from, boolean same) {
        return switch (from) {
            case RINGING -> same ? new Outcome.Moved(ACTIVE) : new Outcome.Refused(SessionProblem.NOT_OFFERED);
            case ACTIVE -> same ? new Outcome.Unchanged() : new Outcome.Refused(SessionProblem.ALREADY_ASSIGNED);
            case QUEUED, COMPLETED, MISSED, DECLINED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    /** The state stays: the call goes on, only with somebody else. */
    private static Outcome handOver(CallState from, boolean same) {
        return switch (from) {
            case RINGING, ACTIVE -> same ? new Outcome.Unchanged() : new Outcome.Moved(from);
            case QUEUED, COMPLETED, MISSED, DECLINED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static boolean isWith(Optional<UUID> staff, UUID other) {
        return staff.filter(other::equals).isPresent();
    }
}
