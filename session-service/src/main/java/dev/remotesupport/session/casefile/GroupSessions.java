package dev.remotesupport.session.casefile;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.casefile.CaseFile.Customer;
import dev.remotesupport.session.casefile.CaseFile.Person;
import dev.remotesupport.session.casefile.Cases.Opened;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens cases and puts sessions into them. All sessions of a case are of one customer. */
@ApplicationScoped
class GroupSessions {

    /** More sessions than these nobody reads as one story. */
    static final int PER_CASE = 200;

    private final Cases cases;
    private final CaseStore store;
    private final CaseLinks links;
    private final SessionStore sessions;

    GroupSessions(Cases cases, CaseStore store, CaseLinks links, SessionStore sessions) {
        this.cases = cases;
        this.store = store;
        this.links = links;
        this.sessions = sessions;
    }

    Uni<Opened> open(Caller caller, String title, Optional<String> customer, List<UUID> first) {
        return cases.inTransaction(
                caller,
                (connection, sight) -> customer(connection, sight, customer)
                        .chain(known ->
                                store.open(connection, caller.organisationId(), title, known, Person.of(caller)))
                        .chain(file -> linkAll(connection, sight, file, caller.organisationId(), first)
                                .chain(() -> store.find(connection, caller, sight, file.id())))
                        .chain(file -> cases.opened(connection, file.orElseThrow())));
    }

    Uni<Opened> link(Caller caller, UUID id, UUID session) {
        return cases.toChange(
                caller,
                id,
                (connection, sight, file) -> linkAll(connection, sight, file, caller.organisationId(), List.of(session))
                        .chain(() -> store.change(connection, id, file.title(), file.status()))
                        .chain(changed -> cases.opened(connection, changed)));
    }

    /** Doing it again is no error; the case stays its customer's. */
    Uni<Opened> unlink(Caller caller, UUID id, UUID session) {
        return cases.toChange(
                caller,
                id,
                (connection, sight, file) -> links.unlink(connection, id, session)
                        .chain(() -> store.change(connection, id, file.title(), file.status()))
                        .chain(changed -> cases.opened(connection, changed)));
    }

    private Uni<Optional<Customer>> customer(SqlConnection connection, Sight sight, Optional<String> id) {
        return id.map(named -> store.customer(connection, sight, named).invoke(found -> {
                    if (found.isEmpty()) {
                        throw new ProblemException(
                                SessionProblem.CUSTOMER_UNKNOWN, "Nobody with this id has asked for help yet.");
                    }
                }))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> linkAll(SqlConnection connection, Sight sight, CaseFile file, UUID organisation, List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> sessions.find(connection, id).map(session -> seen(sight, session)))
                .collect()
                .asList()
                .chain(found -> linkFound(connection, file, organisation, found));
    }

    private Uni<Void> linkFound(SqlConnection connection, CaseFile file, UUID organisation, List<Session> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var owner = file.customer().orElseGet(() -> customerOf(found.getFirst()));
        if (found.stream().anyMatch(session -> !session.customer().id().equals(owner.id()))) {
            return Cases.refused(SessionProblem.OTHER_CUSTOMER, "A case holds the sessions of one customer.");
        }
        return store.adopt(connection, file.id(), owner)
                .chain(() -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                session -> links.link(connection, organisation, file.id(), session.id()))
                        .collect()
                        .last())
                .chain(() -> links.count(connection, file.id()))
                .chain(count -> count > PER_CASE
                        ? Cases.refused(SessionProblem.CASE_FULL, "At most " + PER_CASE + "; open another case.")
                        : Uni.createFrom().voidItem());
    }

    private static Session seen(Sight sight, Session session) {
        if (!sight.sees(session)) {
            throw new ProblemException(SessionProblem.NOT_YOUR_SESSION, "Ask a lead for it.");
        }
        return session;
    }

    private static Customer customerOf(Session session) {
        return new Customer(session.customer().id(), session.customer().name());
    }
}
