package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.SessionState;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The session service, asked with the caller's own token, so that it answers only what the caller may know. */
@RegisterRestClient(configKey = "session-service")
@Path("/api/sessions")
interface SessionService {

    @GET
    @Path("/{id}")
    Uni<Session> find(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    /** What matters of a session here. */
    record Session(UUID id, SessionState state, Person customer, Person staff, Instant endedAt, long version) {}

    /** Somebody in a session; null where nobody is. */
    record Person(String id) {}
}
