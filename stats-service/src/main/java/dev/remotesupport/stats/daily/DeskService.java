package dev.remotesupport.stats.daily;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the session service answers to this service; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/desk")
interface DeskService {

    @GET
    @Path("/led")
    Uni<Led> led(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    /** A team lead, and the members of the lead's teams; null is everybody. */
    record Led(Set<UUID> staffIds) {}
}
