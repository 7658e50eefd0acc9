package dev.remotesupport.signaling.visitor;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where session-service begins the session of a visitor who said Yes; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/access")
interface MeetingApi {

    /** In the technician's name. */
    @GET
    @Path("/{visitor}")
    Uni<Meeting> openOf(@PathParam("visitor") UUID visitor, @HeaderParam("Authorization") String authorization);

    /** In the visitor's name. */
    @POST
    Uni<Meeting> begin(@HeaderParam("Authorization") String authorization, Consented yes);

    /**
     * A session.
     *
     * @param open whether there is one; the rest is null where the caller may not see it
     */
    record Meeting(boolean open, UUID sessionId, String staffName) {}

    /** Who asked, why, and where the Yes was said. */
    record Consented(UUID staffId, String staffName, String reason, String url, String title) {}
}
