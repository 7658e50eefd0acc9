package dev.remotesupport.session.directory;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Reading sessions. */
@Path("/api")
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

        static SessionPage of(List<Session> found, int limit) {
            var page = found.subList(0, Math.min(limit, found.size()));
            var next = found.size() > limit ? Cursor.after(page.getLast()).encoded() : null;
            return new SessionPage(page.stream().map(SessionView::of).toList(), next);
        }
    }

    @GET
    @Path("/sessions")
    @RolesAllowed({"staff", "api_key", "customer", "visitor"})
    @Operation(
            operationId = "listSessions",
            summary = "List sessions",
            description = "Staff and API keys see those of the organisation, customers and visitors their own.")
    public Uni<SessionPage> list(
            @RestQuery
                    @Size(max = 100)
                    @Parameter(description = "States, separated by commas.", example = "queued,active")
                    String state,
            @RestQuery
                    @Size(max = 200)
                    @Parameter(
                            description =
                                    "Words of number, customer, machine, location, subject, staff or site; all must occur.",
                            example = "grace printer")
                    String q,
            @RestQuery @Parameter(description = "requestedAt or -requestedAt (default): oldest or newest first.")
                    String sort,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Size(max = 200) @Parameter(description = "The \"next\" of the page before.") String after) {
        return find.find(caller.get(), query(state, q, sort, limit, after)).map(found -> SessionPage.of(found, limit));
    }

    @GET
    @Path("/sessions/{id}")
    @RolesAllowed({"staff", "api_key", "customer", "visitor"})
    @Operation(operationId = "getSession", summary = "One session")
    public Uni<SessionView> get(UUID id) {
        return open.toRead(
                caller.get(), id, (connection, session) -> Uni.createFrom().item(SessionView.of(session)));
    }

    private SessionQuery query(String state, String q, String sort, int limit, String after) {
        try {
            return new SessionQuery(
                    SessionQuery.states(state),
                    SessionQuery.words(q),
                    FindSessions.customer(caller.get()),
                    SessionQuery.newestFirst(sort),
                    limit,
                    Optional.ofNullable(after).map(Cursor::decoded));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SessionProblem.QUERY_NOT_UNDERSTOOD, e.getMessage());
        }
    }
}
