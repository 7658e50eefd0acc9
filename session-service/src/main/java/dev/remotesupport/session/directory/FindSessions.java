package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds the sessions that a caller may see. */
@ApplicationScoped
class FindSessions {

    private final Tenancy tenancy;
    private final SessionList list;

    FindSessions(Tenancy tenancy, SessionList list) {
        this.tenancy = tenancy;
        this.list = list;
    }

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<Session>> find(Caller caller, SessionQuery query) {
        if (caller.participant().isPresent()) {
            return refused(SessionProblem.NOT_YOUR_SESSION, "A participant's token opens its own session only.");
        }
        return tenancy.inTransaction(caller.organisationId(), connection -> list.page(connection, query));
    }

    /** Customers and visitors see their own, staff and systems all. */
    static Optional<String> customer(Caller caller) {
        return caller.kind() == CallerKind.STAFF || caller.kind() == CallerKind.API_KEY
                ? Optional.empty()
                : Optional.of(caller.id());
    }

    private static Uni<List<Session>> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
