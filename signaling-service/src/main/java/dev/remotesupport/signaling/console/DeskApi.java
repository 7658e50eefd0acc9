package dev.remotesupport.signaling.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What session-service wants to know of the staff's consoles; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/desk")
interface DeskApi {

    @POST
    @Path("/seen")
    Uni<Void> seen(@HeaderParam("Authorization") String authorization, Seen seen);

    /** Of one organisation, the bearer's. */
    record Seen(Set<UUID> staffIds, Set<UUID> gone) {}
}
