package dev.remotesupport.session.calldesk;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.call.Calls;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calls of a session: with it a page that was reloaded finds the call that it was in. */
@Path("/api/sessions/{id}/calls")
@Authenticated
@Tag(name = "Calls")
public class SessionCallsResource {

    private final CurrentCaller caller;
    private final OpenSession open;
    private final Calls calls;

    SessionCallsResource(CurrentCaller caller, OpenSession open, Calls calls) {
        this.caller = caller;
        this.open = open;
        this.calls = calls;
    }

    /** The newest calls, those that are over too. */
    @Schema(name = "SessionCalls")
    public record CallList(List<CallView> items) {}

    @GET
    @Operation(
            operationId = "listCallsOfSession",
            summary = "The calls of a session",
            description = "Newest first, at most 50. One that waits, rings or is under way is the first.")
    @APIResponse(responseCode = "200", description = "The calls.")
    @APIResponse(responseCode = "403", description = "not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<CallList> list(UUID id) {
        return open.toRead(
                caller.get(),
                id,
                (connection, session) -> calls.of(connection, id)
                        .map(found -> new CallList(found.stream()
                                .map(call -> CallView.of(session, call))
                                .toList())));
    }
}
