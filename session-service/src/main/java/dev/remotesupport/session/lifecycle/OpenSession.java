package dev.remotesupport.session.lifecycle;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

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
                        .map(session -> seenBy(caller, session))
                        .chain(session -> work.apply(connection, session)));
    }

    /** Nobody else changes the session until {@code work} is done. */
    public <T> Uni<T> toChange(Caller caller, UUID id, BiFunction<SqlConnection, Session, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sessions.lock(connection, id)
                        .map(session -> seenBy(caller, session))
                        .chain(session -> work.apply(connection, session)));
    }

    /**
     * As {@link #toChange(Caller, UUID, BiFunction)}, for what locks a member of the staff as well: that is done by {@code first},
     * because members are locked before sessions everywhere.
     */
    public <A, T> Uni<T> toChange(
            Caller caller, UUID id, Function<SqlConnection, Uni<A>> first, WithFirst<A, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> first.apply(connection)
                        .chain(before -> sessions.lock(connection, id)
                                .map(session -> seenBy(caller, session))
                                .chain(session -> work.apply(connection, before, session))));
    }

    /** The work on a session and on what was locked before it. */
    @FunctionalInterface
    public interface WithFirst<A, R> {

        R apply(SqlConnection connection, A first, Session session);
    }

    private static Session seenBy(Caller caller, Session session) {
        if (!SessionAccess.isVisible(session, caller)) {
            throw SessionStore.unknown();
        }
        return session;
    }
}
