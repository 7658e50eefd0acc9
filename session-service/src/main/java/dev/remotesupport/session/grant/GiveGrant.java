package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.plan.PlanLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The customer allows something. */
@ApplicationScoped
public class GiveGrant {

    private final OpenSession open;
    private final Grants grants;
    private final PlanLimits limits;
    private final SessionConfig config;

    GiveGrant(OpenSession open, Grants grants, PlanLimits limits, SessionConfig config) {
        this.open = open;
        this.grants = grants;
        this.limits = limits;
        this.config = config;
    }

    /**
     * The customer allowed a look before the session began, which begins in this transaction. Fails with 402 {@code
     * plan-limit}.
     *
     * @param visitor in place of the participant that there is not yet
     */
    public Uni<Grant> viewFromTheStart(SqlConnection connection, Session session, UUID visitor, UUID askedBy) {
        var wanted = new Wanted(Capability.VIEW, Optional.of(askedBy), Optional.empty());
        return store(connection, session, visitor, wanted);
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
            return store(connection, session, participant, wanted);
        });
    }

    /** Who may see a page counts against the plan; everything else is allowed on a page that is seen. */
    private Uni<Grant> store(SqlConnection connection, Session session, UUID participant, Wanted wanted) {
        var lasting = GrantPolicy.lasting(wanted.lasting(), config.grantFor(), config.longestGrant());
        var admitted = wanted.capability() == Capability.VIEW
                ? limits.mayShare(connection, session.organisation(), session.id())
                : Uni.createFrom().voidItem();
        return admitted.chain(() -> grants.give(connection, session, participant, wanted, lasting));
    }

    private static Uni<Grant> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
