package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Hears from session-service, faster than by the event, that a session is another's. Never through the gateway. */
@Path("/internal/sessions/{id}/handover")
@Tag(name = "Internal")
public class HandoverResource {

    private static final int MISDIRECTED = 421;

    private final Rooms rooms;
    private final CurrentCaller caller;

    @Inject
    HandoverResource(Rooms rooms, CurrentCaller caller) {
        this.rooms = rooms;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"staff", "api_key"})
    @Operation(
            hidden = true,
            operationId = "handOver",
            summary = "Tell the room's owner of a session's event; 421 names another replica")
    public Uni<RestResponse<Void>> handOver(UUID id, String event) {
        return rooms.hear(ofSession(id, event))
                .map(owner -> owner.map(HandoverResource::misdirected).orElseGet(RestResponse::noContent));
    }

    private SessionEvent ofSession(UUID id, String json) {
        return EventJson.read(json, SessionEvent.class)
                .filter(event -> event.sessionId().equals(id))
                .filter(event -> event.organisation().equals(caller.get().organisationId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.INVALID, "It is no event of this session."));
    }

    private static RestResponse<Void> misdirected(String owner) {
        return RestResponse.ResponseBuilder.<Void>create(MISDIRECTED)
                .header(RoomDoor.ROOM_OWNER, owner)
                .build();
    }
}
