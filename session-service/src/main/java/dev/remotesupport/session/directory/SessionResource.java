package dev.remotesupport.session.directory;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading sessions. */
@Path("/api")
@Authenticated
@Tag(name = "Sessions")
public class SessionResource {

    private final CurrentCaller caller;
    private final FindSessions find;
    private final OpenSession open;

    SessionResource(CurrentCaller caller, FindSessions find, OpenSession open) {
        this.caller = caller;
        this.find = find;
        this.open = open;
    }

    /** One page of sessions. */
    @Schema(name = "SessionPage")
    public record SessionPage(
            List<SessionView> items,

            @Schema(description = "Send it as \"after\" for the next page; null on the last.")
            String next) {

        static SessionPage of(List<Session> found, SessionQuery query) {
            var page = found.subList(0, Math.min(query.limit(), found.size()));
            var next = found.size() > query.limit()
                    ? Cursor.after(query.sort(), page.getLast()).encoded()
                    : null;
            return new SessionPage(page.stream().map(SessionView::of).toList(), next);
        }
    }

    @GET
    @Path("/sessions")
    @Operation(operationId = "listSessions", summary = "List sessions", description = """
                    Support staff see their own and who waits, team leads their teams', supervisors, admins and API keys all, customers
                    and visitors their own. All filters must hold.
                    Pages follow each other by "next", which belongs to its sort.""")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "400", description = "query-not-understood, invalid")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-session")
    public Uni<SessionPage> list(@BeanParam @Valid SessionParameters wanted) {
        var query = query(wanted);
        return find.find(caller.get(), query).map(found -> SessionPage.of(found, query));
    }

    @GET
    @Path("/sessions/{id}")
    @Operation(operationId = "getSession", summary = "One session")
    @APIResponse(responseCode = "200", description = "The session, as much of it as the caller's role sees.")
    @APIResponse(responseCode = "403", description = "not-your-session: a colleague has it.")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<SessionView> get(UUID id) {
        return open.toRead(
                caller.get(), id, (connection, session) -> Uni.createFrom().item(SessionView.of(session)));
    }

    private SessionQuery query(SessionParameters wanted) {
        try {
            return SessionSearch.query(wanted, caller.get());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SessionProblem.QUERY_NOT_UNDERSTOOD, e.getMessage());
        }
    }
}
