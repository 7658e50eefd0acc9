package dev.remotesupport.session.calldesk;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.OpenCall;
import dev.remotesupport.session.calldesk.AnswerCall.Answered;
import dev.remotesupport.session.lifecycle.EndReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Ends a call for either side. What the client says of it is kept beside what the server knows. */
@ApplicationScoped
class EndCall {

    private final OpenCall open;
    private final Calls calls;
    private final HangUp hangUp;

    EndCall(OpenCall open, Calls calls, HangUp hangUp) {
        this.open = open;
        this.calls = calls;
        this.hangUp = hangUp;
    }

    Uni<Answered> end(Caller caller, UUID id, Optional<EndReason> reason, Calls.Said said) {
        return open.toChange(caller, id, (connection, session, call) -> {
            if (!CallPolicy.mayEnd(session, caller)) {
                return Uni.createFrom()
                        .failure(new ProblemException(
                                SessionProblem.NOT_YOUR_CALL,
                                "Only its customer, its technician or a team lead ends it."));
            }
            return hangUp.hangUp(connection, session, call, reason.orElseGet(() -> EndReason.by(caller.kind())))
                    .call(() -> calls.said(connection, id, said))
                    .map(ended -> new Answered(session, ended));
        });
    }
}
