package dev.remotesupport.session.lifecycle;

import static dev.remotesupport.contracts.SessionState.ACTIVE;
import static dev.remotesupport.contracts.SessionState.ENDED;
import static dev.remotesupport.contracts.SessionState.INTERRUPTED;
import static dev.remotesupport.contracts.SessionState.OFFERED;
import static dev.remotesupport.contracts.SessionState.QUEUED;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session.Staff;
import java.util.Optional;

/** The rules of a session's life, and nothing else. The table {@code session} refuses what is not in here. */
public final class Transition {

    private Transition() {}

    /** What a command comes to. */
    public sealed interface Outcome {

        /** It is legal and leads to this state. */
        record Moved(SessionState to) implements Outcome {}

        /** It is already so. */
        record Unchanged() implements Outcome {}

        /** It is not legal. */
        record Refused(SessionProblem why) implements Outcome {}
    }

    public static Outcome of(Session session, Command command) {
        return of(session.state(), session.staff(), command);
    }

    static Outcome of(SessionState from, Optional<Staff> holder, Command command) {
        if (from == ENDED) {
            return new Outcome.Refused(SessionProblem.SESSION_ENDED);
        }
        return switch (command) {
            case Command.Queue queue -> queue(from);
            case Command.Offer offer -> offer(from);
            case Command.Assign assign -> assign(from, holder, assign.staff());
            case Command.Transfer transfer -> transfer(from, holder, transfer.staff());
            case Command.Requeue requeue -> new Outcome.Moved(QUEUED);
            case Command.Interrupt interrupt -> interrupt(from);
            case Command.Resume resume -> resume(from);
            case Command.End end -> new Outcome.Moved(ENDED);
        };
    }

    private static Outcome queue(SessionState from) {
        return switch (from) {
            case REQUESTED, OFFERED -> new Outcome.Moved(QUEUED);
            case QUEUED -> new Outcome.Unchanged();
            case ACTIVE, INTERRUPTED, ENDED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static Outcome offer(SessionState from) {
        return switch (from) {
            case QUEUED -> new Outcome.Moved(OFFERED);
            case REQUESTED, OFFERED, ACTIVE, INTERRUPTED, ENDED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static Outcome assign(SessionState from, Optional<Staff> holder, Staff staff) {
        return switch (from) {
            case REQUESTED, QUEUED, OFFERED -> new Outcome.Moved(ACTIVE);
            case ACTIVE, INTERRUPTED ->
                has(holder, staff) ? new Outcome.Unchanged() : new Outcome.Refused(SessionProblem.ALREADY_ASSIGNED);
            case ENDED -> new Outcome.Refused(SessionProblem.SESSION_ENDED);
        };
    }

    /** The state stays: the session goes on, only with somebody else. */
    private static Outcome transfer(SessionState from, Optional<Staff> holder, Staff staff) {
        return switch (from) {
            case ACTIVE, INTERRUPTED -> has(holder, staff) ? new Outcome.Unchanged() : new Outcome.Moved(from);
            case REQUESTED, QUEUED, OFFERED, ENDED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static Outcome interrupt(SessionState from) {
        return switch (from) {
            case ACTIVE -> new Outcome.Moved(INTERRUPTED);
            case INTERRUPTED -> new Outcome.Unchanged();
            case REQUESTED, QUEUED, OFFERED, ENDED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static Outcome resume(SessionState from) {
        return switch (from) {
            case INTERRUPTED -> new Outcome.Moved(ACTIVE);
            case ACTIVE -> new Outcome.Unchanged();
            case REQUESTED, QUEUED, OFFERED, ENDED -> new Outcome.Refused(SessionProblem.NOT_NOW);
        };
    }

    private static boolean has(Optional<Staff> holder, Staff staff) {
        return holder.filter(other -> other.id().equals(staff.id())).isPresent();
    }
}
