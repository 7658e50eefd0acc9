package dev.remotesupport.session.casefile;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.casefile.CaseFile.Person;
import dev.remotesupport.session.casefile.CaseFile.Status;
import dev.remotesupport.session.casefile.CaseLinks.Linked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Finds, changes and deletes cases. What a caller may not see is not there. */
@ApplicationScoped
public class Cases {

    private static final Logger LOG = Logger.getLogger(Cases.class);

    private final Tenancy tenancy;
    private final CaseStore store;
    private final CaseLinks links;
    private final Sights sights;

    Cases(Tenancy tenancy, CaseStore store, CaseLinks links, Sights sights) {
        this.tenancy = tenancy;
        this.store = store;
        this.links = links;
        this.sights = sights;
    }

    /** A case with its sessions, newest first. */
    record Opened(CaseFile file, List<Linked> sessions) {}

    /** The cases of a customer that the caller sees, newest first. */
    public Uni<List<CaseFile>> ofCustomer(
            SqlConnection connection, Caller caller, Sight sight, String customer, int limit) {
        var query = new CaseQuery(
                Optional.of(customer), Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE, limit);
        return store.page(connection, caller, sight, query)
                .map(files -> files.stream().limit(limit).toList());
    }

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<Opened>> find(Caller caller, CaseQuery query) {
        return inTransaction(
                caller,
                (connection, sight) -> store.page(connection, caller, sight, query)
                        .chain(files -> links.of(connection, files)
                                .map(sessions -> files.stream()
                                        .map(file -> new Opened(file, sessions.getOrDefault(file.id(), List.of())))
                                        .toList())));
    }

    Uni<Opened> get(Caller caller, UUID id) {
        return inTransaction(
                caller,
                (connection, sight) -> store.find(connection, caller, sight, id)
                        .map(Cases::known)
                        .chain(file -> opened(connection, file)));
    }

    Uni<Opened> change(Caller caller, UUID id, Optional<String> title, Optional<Status> status) {
        return toChange(
                caller,
                id,
                (connection, sight, file) -> store.change(
                                connection, id, title.orElse(file.title()), status.orElse(file.status()))
                        .chain(changed -> opened(connection, changed)));
    }

    Uni<Void> delete(Caller caller, UUID id, Optional<String> why) {
        return this.<Void>toChange(
                        caller,
                        id,
                        (connection, sight, file) -> CasePolicy.mayDelete(file, caller)
                                ? store.delete(connection, id, Person.of(caller), why)
                                : refused(
                                        SessionProblem.NOT_YOUR_CASE,
                                        "Only who opened it or a team lead deletes a case."))
                .invoke(() -> LOG.infof(
                        "audit case deleted caseId=%s organisation=%s by=%s",
                        id, caller.organisationId(), caller.id()));
    }

    /** Nobody else changes the case until {@code work} is done. */
    <T> Uni<T> toChange(Caller caller, UUID id, Change<T> work) {
        return inTransaction(
                caller,
                (connection, sight) -> store.lock(connection, caller, sight, id)
                        .map(Cases::known)
                        .chain(file -> work.apply(connection, sight, file)));
    }

    /** What is done to a case that is locked, by somebody of this sight. */
    interface Change<T> {

        Uni<T> apply(SqlConnection connection, Sight sight, CaseFile file);
    }

    Uni<Opened> opened(SqlConnection connection, CaseFile file) {
        return links.of(connection, List.of(file))
                .map(sessions -> new Opened(file, sessions.getOrDefault(file.id(), List.of())));
    }

    <T> Uni<T> inTransaction(Caller caller, BiFunction<SqlConnection, Sight, Uni<T>> work) {
        if (caller.participant().isPresent()) {
            return refused(SessionProblem.NOT_YOUR_CASE, "A participant's token opens its own session only.");
        }
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sights.of(connection, caller).chain(sight -> work.apply(connection, sight)));
    }

    private static CaseFile known(Optional<CaseFile> found) {
        return found.orElseThrow(
                () -> new ProblemException(SessionProblem.CASE_UNKNOWN, "Look the case up in the list."));
    }

    static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
