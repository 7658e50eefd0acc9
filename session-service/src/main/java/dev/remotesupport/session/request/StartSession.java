package dev.remotesupport.session.request;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.request.CustomerIdentity.Identity;
import dev.remotesupport.session.staffing.Teams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Begins a session, or finds the one that the customer has open. */
@ApplicationScoped
class StartSession {

    private final Tenancy tenancy;
    private final RequestStore requests;
    private final MoveSession moves;
    private final Teams teams;

    StartSession(Tenancy tenancy, RequestStore requests, MoveSession moves, Teams teams) {
        this.tenancy = tenancy;
        this.requests = requests;
        this.moves = moves;
        this.teams = teams;
    }

    /** @param fresh whether it began just now */
    record Started(Session session, boolean fresh) {}

    Uni<Started> start(Caller caller, Naming named, Opening opening) {
        return switch (CustomerIdentity.of(caller, named)) {
            case Identity.Known known -> start(caller.organisationId(), known.customer(), opening);
            case Identity.Mismatch mismatch ->
                refused(SessionProblem.NOT_YOUR_IDENTITY, mismatch.field() + " is not what the site has vouched for.");
            case Identity.Impossible impossible ->
                refused(SessionProblem.NOT_YOUR_IDENTITY, "Use the access token, not one of a participant.");
        };
    }

    private Uni<Started> start(UUID organisation, Customer customer, Opening opening) {
        return tenancy.inTransaction(
                organisation,
                connection -> requests.openOf(connection, customer)
                        .chain(open -> open.isPresent()
                                ? found(connection, open.get(), customer)
                                : begin(connection, organisation, customer, opening)));
    }

    /** Looks again once the number is held: another start of the same customer may have been faster. */
    private Uni<Started> begin(SqlConnection connection, UUID organisation, Customer customer, Opening opening) {
        return requests.nextNumber(connection, organisation)
                .chain(number -> requests.openOf(connection, customer)
                        .chain(open -> open.isPresent()
                                ? found(connection, open.get(), customer)
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

    private Uni<Started> found(SqlConnection connection, Session session, Customer customer) {
        var known = session.customer().claimed() && !customer.claimed()
                ? requests.identify(connection, session, customer)
                : Uni.createFrom().item(session);
        return known.map(current -> new Started(current, false));
    }

    private static Uni<Started> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
