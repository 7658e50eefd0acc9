package dev.remotesupport.session.directory;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.Sights;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the sessions that a caller may see. */
@ApplicationScoped
class FindSessions {

    private final Tenancy tenancy;
    private final SessionList list;
    private final Sights sights;

    FindSessions(Tenancy tenancy, SessionList list, Sights sights) {
        this.tenancy = tenancy;
        this.list = list;
        this.sights = sights;
    }

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<Session>> find(Caller caller, SessionQuery query) {
        if (caller.participant().isPresent()) {
            return refused(SessionProblem.NOT_YOUR_SESSION, "A participant's token opens its own session only.");
        }
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> sights.of(connection, caller).chain(sight -> list.page(connection, sight, query)));
    }

    private static Uni<List<Session>> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
