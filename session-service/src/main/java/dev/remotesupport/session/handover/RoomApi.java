package dev.remotesupport.session.handover;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The signaling service, where the replica that owns the session's room is to be told. */
@RegisterRestClient(configKey = "signaling-service")
@Path("/internal/sessions/{session}/handover")
interface RoomApi {

    /** Fails with 421 and the owner's address when the room is another replica's. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> tell(
            @PathParam("session") UUID session,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            String event);

    /** The same, at the replica of this address. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> tell(
            @Url String replica,
            @PathParam("session") UUID session,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            String event);
}
