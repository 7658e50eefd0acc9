package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionConfig;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Admits a caller's tab to a session; the gateway then signs a token for that participant. */
@ApplicationScoped
class AdmitParticipant {

    private final OpenSession open;
    private final AdmissionStore admissions;
    private final SessionConfig config;

    AdmitParticipant(OpenSession open, AdmissionStore admissions, SessionConfig config) {
        this.open = open;
        this.admissions = admissions;
        this.config = config;
    }

    /** @param displayName what the others call this participant */
    record Admission(Session session, UUID participant, Seat seat, String displayName) {}

    Uni<Admission> admit(Caller caller, UUID id, String tab) {
        return open.toChange(caller, id, (connection, session) -> {
            var seat = AdmissionPolicy.seat(session, caller);
            if (seat.isEmpty()) {
                return refused(
                        SessionProblem.NOT_YOUR_SESSION, "Only its customer, its technician and team leads take part.");
            }
            if (session.state() == SessionState.ENDED) {
                return refused(SessionProblem.SESSION_ENDED, "Ask for help again to begin a new session.");
            }
            return admit(connection, session, caller, seat.get(), tab);
        });
    }

    /** Admits a tab at which the session's call rings to make ready for it, and to nothing else before it is answered. */
    Uni<Admission> admitEarly(Caller caller, UUID id, String tab) {
        return open.toChange(
                caller,
                id,
                (connection, session) -> AdmissionPolicy.rings(session, caller)
                        ? admit(connection, session, caller, Seat.TECHNICIAN, tab)
                        : refused(SessionProblem.NOT_OFFERED, "No call of this session rings at you."));
    }

    private Uni<Admission> admit(SqlConnection connection, Session session, Caller caller, Seat seat, String tab) {
        var name = seat == Seat.CUSTOMER ? session.customer().name() : caller.name();
        return admissions
                .admit(connection, session, caller, seat, tab)
                .chain(admitted -> admitted.fresh() && admitted.before() >= config.participantsPerSession()
                        ? refused(SessionProblem.TOO_MANY_PARTICIPANTS, "Close a tab that is no longer needed.")
                        : Uni.createFrom().item(new Admission(session, admitted.participant(), seat, name)));
    }

    private static Uni<Admission> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
