package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Grant;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The customer allows something. */
@ApplicationScoped
class GiveGrant {

    private final OpenSession open;
    private final Grants grants;
    private final SessionConfig config;

    GiveGrant(OpenSession open, Grants grants, SessionConfig config) {
        this.open = open;
        this.grants = grants;
        this.config = config;
    }

    Uni<Grant> give(Caller caller, UUID id, Wanted wanted) {
        return open.toChange(caller, id, (connection, session) -> {
            if (!GrantPolicy.mayGive(session, caller)) {
                return refused(SessionProblem.NOT_YOUR_CONSENT, "Staff can ask for it.");
            }
            if (!GrantPolicy.isOpen(session)) {
                return refused(SessionProblem.SESSION_ENDED, "Nothing is allowed any more.");
            }
            var participant = caller.participant().orElseThrow().participantId();
            var lasting = GrantPolicy.lasting(wanted.lasting(), config.grantFor(), config.longestGrant());
            return grants.give(connection, session, participant, wanted, lasting);
        });
    }

    private static Uni<Grant> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
