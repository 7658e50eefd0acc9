package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.SessionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The customer takes a grant back, the technician gives it back, or the relay has done so. Doing it again is no error. */
@ApplicationScoped
public class RevokeGrant {

    private final OpenSession open;
    private final SessionStore sessions;
    private final Grants grants;

    RevokeGrant(OpenSession open, SessionStore sessions, Grants grants) {
        this.open = open;
        this.sessions = sessions;
        this.grants = grants;
    }

    Uni<Void> revoke(Caller caller, UUID id, Capability capability) {
        return open.toChange(caller, id, (connection, session) -> {
            if (!GrantPolicy.mayRevoke(session, caller)) {
                return Uni.createFrom()
                        .failure(new ProblemException(
                                SessionProblem.NOT_YOUR_CONSENT, "Only who takes part can revoke it."));
            }
            var seat = GrantPolicy.seat(session, caller).orElseThrow();
            return grants.revoke(connection, session, capability, seat);
        });
    }

    /** The customer withdrew consent at the relay, where it took effect at once. */
    public Uni<Void> withdrawn(SqlConnection connection, UUID id, Capability capability, Instant at) {
        return sessions.lockIfThere(connection, id)
                .chain(found -> found.isPresent()
                        ? grants.withdrawn(connection, found.get(), capability, at)
                        : Uni.createFrom().voidItem());
    }
}
