package dev.remotesupport.session.handover;

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

/** The chat service, each replica of which tells the others. */
@RegisterRestClient(configKey = "chat-service")
@Path("/internal/sessions/{session}/handover")
interface ConversationApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> tell(
            @PathParam("session") UUID session,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            String event);
}
