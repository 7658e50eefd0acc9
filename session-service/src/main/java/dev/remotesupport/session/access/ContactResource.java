package dev.remotesupport.session.access;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.SeenByRole;
import dev.remotesupport.session.lifecycle.Session;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a customer can be written to, for the services that write. Never through the gateway. */
@Path("/internal/sessions/{id}/contact")
@Authenticated
@Tag(name = "Internal")
public class ContactResource {

    private final CurrentCaller caller;
    private final OpenSession open;

    ContactResource(CurrentCaller caller, OpenSession open) {
        this.caller = caller;
        this.open = open;
    }

    /**
     * Both are null where the customer has given no address.
     *
     * @param email whole, whoever asks: to be written to, not to be shown
     * @param shown as the one who asks may see it
     */
    @Schema(name = "CustomerContact")
    public record Contact(
            String email,
            @JsonSerialize(using = SeenByRole.Contact.class) String shown) {

        static Contact of(Session session) {
            var email = session.customer().email().orElse(null);
            return new Contact(email, email);
        }
    }

    @GET
    @Operation(operationId = "getContact", summary = "The address of a session's customer")
    @APIResponse(responseCode = "403", description = "not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<Contact> get(UUID id) {
        return open.toRead(
                caller.get(), id, (connection, session) -> Uni.createFrom().item(Contact.of(session)));
    }
}
