package dev.remotesupport.chat.preview;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the session service answers to this service about the queue; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/queue")
interface QueueService {

    /** Fails with 403 or 404 unless the session waits, and for the bearer among others. */
    @GET
    @Path("/{id}/candidate")
    Uni<Void> candidate(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);
}
