package dev.remotesupport.session.call;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** The way to a call for a caller, which leads through its session: whoever may not see that does not see the call. */
@ApplicationScoped
public class OpenCall {

    private final Tenancy tenancy;
    private final OpenSession open;
    private final Calls calls;

    OpenCall(Tenancy tenancy, OpenSession open, Calls calls) {
        this.tenancy = tenancy;
        this.open = open;
        this.calls = calls;
    }

    /** The work on a call of a session and on what was looked up before it. */
    @FunctionalInterface
    public interface With<A, R> {

        R apply(SqlConnection connection, A before, Session session, Call call);
    }

    /** The work on a call of a session. */
    @FunctionalInterface
    public interface Work<R> {

        R apply(SqlConnection connection, Session session, Call call);
    }

    public <T> Uni<T> toRead(Caller caller, UUID id, Work<Uni<T>> work) {
        return sessionOf(caller, id)
                .chain(session -> open.toRead(
                        caller,
                        session,
                        (connection, found) ->
                                calls.find(connection, id).chain(call -> work.apply(connection, found, call))))
                .onFailure(OpenCall::isUnknownSession)
                .transform(failure -> Calls.unknown());
    }

    /** Nobody else changes the session or the call until {@code work} is done. */
    public <T> Uni<T> toChange(Caller caller, UUID id, Work<Uni<T>> work) {
        return sessionOf(caller, id)
                .chain(session -> open.toChange(
                        caller,
                        session,
                        (connection, found) ->
                                calls.lock(connection, id).chain(call -> work.apply(connection, found, call))))
                .onFailure(OpenCall::isUnknownSession)
                .transform(failure -> Calls.unknown());
    }

    /**
     * As {@link #toChange}, for staff who reach for what waits or rings: a colleague may have been faster, and {@code work} says so.
     *
     * @param first locks the member, because members are locked before sessions everywhere
     */
    public <A, T> Uni<T> toTake(Caller caller, UUID id, Function<SqlConnection, Uni<A>> first, With<A, Uni<T>> work) {
        return sessionOf(caller, id)
                .chain(session -> open.toTake(
                        caller,
                        session,
                        first,
                        (connection, before, found) ->
                                calls.lock(connection, id).chain(call -> work.apply(connection, before, found, call))))
                .onFailure(OpenCall::isUnknownSession)
                .transform(failure -> Calls.unknown());
    }

    private Uni<UUID> sessionOf(Caller caller, UUID id) {
        return tenancy.inTransaction(caller.organisationId(), connection -> calls.sessionOf(connection, id));
    }

    private static boolean isUnknownSession(Throwable failure) {
        return failure instanceof ProblemException problem && problem.kind() == SessionProblem.SESSION_UNKNOWN;
    }
}
