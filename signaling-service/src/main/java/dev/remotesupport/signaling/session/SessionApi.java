package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What session-service answers to this service; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/sessions/{session}")
interface SessionApi {

    @GET
    @Path("/room")
    Uni<SessionRoom> room(@PathParam("session") UUID session, @HeaderParam("Authorization") String authorization);

    @POST
    @Path("/grants")
    Uni<Grant> give(
            @PathParam("session") UUID session, @HeaderParam("Authorization") String authorization, GrantOrder order);

    @DELETE
    @Path("/grants/{capability}")
    Uni<Void> revoke(
            @PathParam("session") UUID session,
            @PathParam("capability") String capability,
            @HeaderParam("Authorization") String authorization);

    /** @param askedBy the member of the staff who asked */
    record GrantOrder(Capability capability, String askedBy, long ttlSeconds) {}
}
