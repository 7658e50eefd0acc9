package dev.remotesupport.chat.transcript;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the session service tells this service of the customer's address; never reachable from outside. */
@RegisterRestClient(configKey = "session-service")
@Path("/internal/sessions")
interface ContactService {

    @GET
    @Path("/{id}/contact")
    Uni<Contact> contact(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    /** @param shown as the bearer may see it; both are null where the customer has given none */
    record Contact(String email, String shown) {}
}
