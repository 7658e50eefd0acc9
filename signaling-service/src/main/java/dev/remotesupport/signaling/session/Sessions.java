package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.signaling.socket.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** session-service, asked in the name of whoever it is about. */
@ApplicationScoped
public class Sessions {

    private static final Logger LOG = Logger.getLogger(Sessions.class);

    private final SessionApi api;

    @Inject
    Sessions(@RestClient SessionApi api) {
        this.api = api;
    }

    /** Whether the bearer may be in the session's room now. Never fails. */
    public Uni<Admission> admit(UUID session, String authorization) {
        return api.room(session, authorization)
                .map(room -> room.state() == SessionState.ENDED
                        ? new Admission.Refused(Refusal.SESSION_ENDED)
                        : (Admission) new Admission.Admitted(room))
                .onFailure()
                .recoverWithItem(failure -> refusal(session, failure));
    }

    /** Stores the customer's consent; fails when it could not be, see {@link #isEnded}. */
    public Uni<Grant> give(UUID session, String authorization, Capability capability, String askedBy, Duration lasts) {
        return api.give(session, authorization, new SessionApi.GrantOrder(capability, askedBy, lasts.toSeconds()));
    }

    /** Tells of a revocation; whether it arrives or not is no longer decisive, so this never fails. */
    public Uni<Void> revoke(UUID session, String authorization, Capability capability) {
        return api.revoke(session, capability.wire(), authorization)
                .onFailure()
                .invoke(failure -> LOG.infof("revocation not told sessionId=%s failure=%s", session, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Whether a failure means that the session is over. */
    public static boolean isEnded(Throwable failure) {
        return status(failure) == 409;
    }

    /** Whether a failure means that the organisation's plan does not include more pages at once. */
    public static boolean isBeyondPlan(Throwable failure) {
        return status(failure) == 402;
    }

    private static Admission refusal(UUID session, Throwable failure) {
        return switch (status(failure)) {
            case 401, 403 -> new Admission.Refused(Refusal.REMOVED);
            case 404 -> new Admission.Refused(Refusal.SESSION_UNKNOWN);
            case 409 -> new Admission.Refused(Refusal.SESSION_ENDED);
            default -> {
                LOG.warnf("session-service not asked sessionId=%s failure=%s", session, failure);
                yield new Admission.Unanswered();
            }
        };
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }
}
