package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hears from the session service, faster than by the event, that a session is another's. Never through the gateway. */
@Path("/internal/sessions/{id}/handover")
@Tag(name = "Internal")
public class HandoverResource {

    private final SessionProjection projection;
    private final CurrentCaller caller;

    HandoverResource(SessionProjection projection, CurrentCaller caller) {
        this.projection = projection;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"staff", "api_key"})
    @Operation(hidden = true, operationId = "handOver", summary = "Tell of a session's event, at any replica")
    public Uni<Void> handOver(UUID id, String event) {
        return projection.hear(ofSession(id, event));
    }

    private SessionEvent ofSession(UUID id, String json) {
        return EventJson.read(json, SessionEvent.class)
                .filter(event -> event.sessionId().equals(id))
                .filter(event -> event.organisation().equals(caller.get().organisationId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.INVALID, "It is no event of this session."));
    }
}
