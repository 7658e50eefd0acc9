package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.Measured;
import dev.remotesupport.session.call.OpenCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Notes that one side of a call is there and what it hears, and tells it how both sides hear each other. */
@ApplicationScoped
class ReportQuality {

    private final OpenCall open;
    private final Calls calls;

    ReportQuality(OpenCall open, Calls calls) {
        this.open = open;
        this.calls = calls;
    }

    /** How each side hears, 1 to 5; absent while it has measured nothing. */
    record Heard(Optional<Double> own, Optional<Double> other) {

        static Heard of(Call.Quality quality, Seat seat) {
            return seat == Seat.CUSTOMER
                    ? new Heard(quality.customerScore(), quality.staffScore())
                    : new Heard(quality.staffScore(), quality.customerScore());
        }
    }

    /** @param measured absent says only that one is there */
    Uni<Heard> report(Caller caller, UUID id, Optional<Measured> measured) {
        return open.toRead(
                caller,
                id,
                (connection, session, call) -> CallPolicy.seat(session, call, caller)
                        .map(seat -> calls.report(connection, id, seat, measured)
                                .map(reported -> Heard.of(active(call, reported).quality(), seat)))
                        .orElseGet(() -> Uni.createFrom()
                                .failure(new ProblemException(
                                        SessionProblem.NOT_YOUR_CALL, "Only who speaks in it says how it sounds."))));
    }

    private static Call active(Call call, Optional<Call> reported) {
        return reported.orElseThrow(() -> new ProblemException(
                call.state().isOver() ? SessionProblem.CALL_OVER : SessionProblem.NOT_NOW,
                "Nobody speaks in it at the moment."));
    }
}
