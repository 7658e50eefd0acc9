package dev.remotesupport.session.lifecycle;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The way to a session for a caller: what the caller may not see is not there. Begins the transaction of the caller's
 * organisation.
 */
@ApplicationScoped
public class OpenSession {

    private final Tenancy tenancy;
    private final SessionStore sessions;

    OpenSession(Tenancy tenancy, SessionStore sessions) {
        this.tenancy = tenancy;
        this.sessions = sessions;
    }

    public <T> Uni<T> toRead(Caller caller, UUID id, BiFunction<SqlConnection, Session, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sessions.find(connection, id)
                        .map(session -> seenBy(caller, session, SessionAccess.READ))
                        .chain(session -> work.apply(connection, session)));
    }

    /** Nobody else changes the session until {@code work} is done. */
    public <T> Uni<T> toChange(Caller caller, UUID id, BiFunction<SqlConnection, Session, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sessions.lock(connection, id)
                        .map(session -> seenBy(caller, session, SessionAccess.WRITE))
                        .chain(session -> work.apply(connection, session)));
    }

    private static Session seenBy(Caller caller, Session session, String scope) {
        if (!SessionAccess.isVisible(session, caller)) {
            throw SessionStore.unknown();
        }
        if (!SessionAccess.includes(caller, scope)) {
            throw new ProblemException(SessionProblem.SCOPE_MISSING, "It needs the scope " + scope + ".");
        }
        return session;
    }
}
