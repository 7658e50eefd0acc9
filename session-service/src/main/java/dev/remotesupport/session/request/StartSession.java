package dev.remotesupport.session.request;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.request.CustomerIdentity.Identity;
import dev.remotesupport.session.staffing.Teams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins a session, or finds the one that the customer has open. */
@ApplicationScoped
public class StartSession {

    private final Tenancy tenancy;
    private final RequestStore requests;
    private final MoveSession moves;
    private final Teams teams;
    private final Sights sights;

    StartSession(Tenancy tenancy, RequestStore requests, MoveSession moves, Teams teams, Sights sights) {
        this.tenancy = tenancy;
        this.requests = requests;
        this.moves = moves;
        this.teams = teams;
        this.sights = sights;
    }

    /** @param fresh whether it began just now */
    public record Started(Session session, boolean fresh) {}

    /** Begins a session with a call. Who has an open session gets that one, whatever it began with. */
    public Uni<Started> startCall(Caller caller, CallStart body) {
        return start(caller, body.naming(), Opening.of(body, caller.site()));
    }

    Uni<Started> start(Caller caller, Naming named, Opening opening) {
        return switch (CustomerIdentity.of(caller, named)) {
            case Identity.Known known -> start(caller, known.customer(), opening);
            case Identity.Mismatch mismatch ->
                refused(SessionProblem.NOT_YOUR_IDENTITY, mismatch.field() + " is not what the site has vouched for.");
            case Identity.Impossible impossible ->
                refused(SessionProblem.NOT_YOUR_IDENTITY, "Use the access token, not one of a participant.");
        };
    }

    private Uni<Started> start(Caller caller, Customer customer, Opening opening) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> requests.openOf(connection, customer)
                        .chain(open -> open.isPresent()
                                ? found(connection, caller, open.get(), customer)
                                : begin(connection, caller, customer, opening)));
    }

    /** Looks again once the number is held: another start of the same customer may have been faster. */
    private Uni<Started> begin(SqlConnection connection, Caller caller, Customer customer, Opening opening) {
        var organisation = caller.organisationId();
        return requests.nextNumber(connection, organisation)
                .chain(number -> requests.openOf(connection, customer)
                        .chain(open -> open.isPresent()
                                ? found(connection, caller, open.get(), customer)
                                : team(connection, opening)
                                        .chain(() ->
                                                requests.insert(connection, organisation, number, customer, opening))
                                        .chain(session -> moves.begin(connection, session))
                                        .map(session -> new Started(session, true))));
    }

    /** Fails with 404 for a team that is not there. */
    private Uni<Void> team(SqlConnection connection, Opening opening) {
        return opening.team()
                .map(team -> teams.keep(connection, team).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Started> found(SqlConnection connection, Caller caller, Session session, Customer customer) {
        return sights.of(connection, caller)
                .chain(sight -> sight.sees(session)
                        ? known(connection, session, customer)
                        : refused(SessionProblem.ALREADY_ASSIGNED, "A colleague is helping this customer."))
                .map(current -> new Started(current, false));
    }

    private Uni<Session> known(SqlConnection connection, Session session, Customer customer) {
        return session.customer().claimed() && !customer.claimed()
                ? requests.identify(connection, session, customer)
                : Uni.createFrom().item(session);
    }

    private static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
