package dev.remotesupport.signaling.queue;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where everybody stands, as session-service knows it; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/queue")
interface QueueApi {

    /**
     * The queue of the bearer's organisation as JSON, see {@link Queue}: of a long one there is a megabyte, which is not to
     * be read on an event loop.
     *
     * @param first how many, or {@code all}
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> queue(@HeaderParam("Authorization") String authorization, @QueryParam("first") String first);
}
