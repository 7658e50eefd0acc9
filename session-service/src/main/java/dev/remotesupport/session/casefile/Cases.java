package dev.remotesupport.session.casefile;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
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
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Finds, changes and deletes cases. What a caller may not see is not there. */
@ApplicationScoped
public class Cases {

    private static final Logger LOG = Logger.getLogger(Cases.class);

    private final Tenancy tenancy;
    private final CaseStore store;
    private final CaseLinks links;

    Cases(Tenancy tenancy, CaseStore store, CaseLinks links) {
        this.tenancy = tenancy;
        this.store = store;
        this.links = links;
    }

    /** A case with its sessions, newest first. */
    record Opened(CaseFile file, List<Linked> sessions) {}

    /** The cases of a customer, newest first. */
    public Uni<List<CaseFile>> ofCustomer(SqlConnection connection, String customer, int limit) {
        var query = new CaseQuery(
                Optional.of(customer), Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE, limit);
        return store.page(connection, query)
                .map(files -> files.stream().limit(limit).toList());
    }

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<Opened>> find(Caller caller, CaseQuery query) {
        return inTransaction(
                caller,
                connection -> store.page(connection, query)
                        .chain(files -> links.of(connection, files)
                                .map(sessions -> files.stream()
                                        .map(file -> new Opened(file, sessions.getOrDefault(file.id(), List.of())))
                                        .toList())));
    }

    Uni<Opened> get(Caller caller, UUID id) {
        return inTransaction(
                caller,
                connection -> store.find(connection, id)
                        .map(found -> known(found, caller))
                        .chain(file -> opened(connection, file)));
    }

    Uni<Opened> change(Caller caller, UUID id, Optional<String> title, Optional<Status> status) {
        return toChange(
                caller,
                id,
                (connection, file) -> store.change(
                                connection, id, title.orElse(file.title()), status.orElse(file.status()))
                        .chain(changed -> opened(connection, changed)));
    }

    Uni<Void> delete(Caller caller, UUID id, Optional<String> why) {
        return this.<Void>toChange(
                        caller,
                        id,
                        (connection, file) -> CasePolicy.mayDelete(file, caller)
                                ? store.delete(connection, id, Person.of(caller), why)
                                : refused(
                                        SessionProblem.NOT_YOUR_CASE,
                                        "Only who opened it or a team lead deletes a case."))
                .invoke(() -> LOG.infof(
                        "audit case deleted caseId=%s organisation=%s by=%s",
                        id, caller.organisationId(), caller.id()));
    }

    /** Nobody else changes the case until {@code work} is done. */
    <T> Uni<T> toChange(Caller caller, UUID id, BiFunction<SqlConnection, CaseFile, Uni<T>> work) {
        return inTransaction(
                caller,
                connection -> store.lock(connection, id)
                        .map(found -> known(found, caller))
                        .chain(file -> work.apply(connection, file)));
    }

    Uni<Opened> opened(SqlConnection connection, CaseFile file) {
        return links.of(connection, List.of(file))
                .map(sessions -> new Opened(file, sessions.getOrDefault(file.id(), List.of())));
    }

    <T> Uni<T> inTransaction(Caller caller, Function<SqlConnection, Uni<T>> work) {
        if (caller.participant().isPresent()) {
            return refused(SessionProblem.NOT_YOUR_CASE, "A participant's token opens its own session only.");
        }
        return tenancy.inTransaction(caller.organisationId(), work);
    }

    private static CaseFile known(Optional<CaseFile> found, Caller caller) {
        return found.filter(file -> CasePolicy.maySee(file, caller))
                .orElseThrow(() -> new ProblemException(SessionProblem.CASE_UNKNOWN, "Look the case up in the list."));
    }

    static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
