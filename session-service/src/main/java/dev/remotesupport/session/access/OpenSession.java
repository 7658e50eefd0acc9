package dev.remotesupport.session.access;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The way to a session for a caller. What customers may not see is not there; staff are told that a colleague has it. Begins the
 * transaction of the caller's organisation.
 */
@ApplicationScoped
public class OpenSession {

    private final Tenancy tenancy;
    private final SessionStore sessions;
    private final Sights sights;

    OpenSession(Tenancy tenancy, SessionStore sessions, Sights sights) {
        this.tenancy = tenancy;
        this.sessions = sessions;
        this.sights = sights;
    }

    public <T> Uni<T> toRead(Caller caller, UUID id, BiFunction<SqlConnection, Session, Uni<T>> work) {
        return toReadWith(caller, id, (connection, sight, session) -> work.apply(connection, session));
    }

    /** As {@link #toRead}, for what else the caller may see, too. */
    public <T> Uni<T> toReadWith(Caller caller, UUID id, With<Sight, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sights.of(connection, caller)
                        .chain(sight -> sessions.find(connection, id)
                                .map(session -> seenBy(caller, sight, session))
                                .chain(session -> work.apply(connection, sight, session))));
    }

    /** Nobody else changes the session until {@code work} is done. */
    public <T> Uni<T> toChange(Caller caller, UUID id, BiFunction<SqlConnection, Session, Uni<T>> work) {
        return toChange(
                caller,
                id,
                connection -> Uni.createFrom().nullItem(),
                (connection, nothing, session) -> work.apply(connection, session));
    }

    /**
     * As {@link #toChange(Caller, UUID, BiFunction)}, for what locks a member of the staff as well: that is done by {@code first},
     * because members are locked before sessions everywhere.
     */
    public <A, T> Uni<T> toChange(Caller caller, UUID id, Function<SqlConnection, Uni<A>> first, With<A, Uni<T>> work) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sights.of(connection, caller)
                        .chain(sight -> first.apply(connection)
                                .chain(before -> sessions.lock(connection, id)
                                        .map(session -> seenBy(caller, sight, session))
                                        .chain(session -> work.apply(connection, before, session)))));
    }

    /**
     * As {@link #toChange(Caller, UUID, Function, With)}, for staff who reach for what waits or is offered: a colleague may have been
     * faster, and {@code work} says so. It must show nothing else of a session that the caller may not see.
     */
    public <A, T> Uni<T> toTake(Caller caller, UUID id, Function<SqlConnection, Uni<A>> first, With<A, Uni<T>> work) {
        return caller.kind() == CallerKind.STAFF && SessionAccess.isUsableFor(id, caller)
                ? tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> first.apply(connection)
                                .chain(before -> sessions.lock(connection, id)
                                        .chain(session -> work.apply(connection, before, session))))
                : toChange(caller, id, first, work);
    }

    /** The work on a session and on what was looked up before it. */
    @FunctionalInterface
    public interface With<A, R> {

        R apply(SqlConnection connection, A before, Session session);
    }

    private static Session seenBy(Caller caller, Sight sight, Session session) {
        if (SessionAccess.isUsableFor(session.id(), caller) && sight.sees(session)) {
            return session;
        }
        throw caller.kind() == CallerKind.STAFF && SessionAccess.isUsableFor(session.id(), caller)
                ? new ProblemException(SessionProblem.NOT_YOUR_SESSION, "Ask a lead for it.")
                : SessionStore.unknown();
    }
}
