package dev.remotesupport.session.context;

import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the customer of a session is. */
@Path("/api/sessions/{id}/context")
@Authenticated
@Tag(name = "Sessions")
public class ContextResource {

    private final CurrentCaller caller;
    private final ReadContext context;

    ContextResource(CurrentCaller caller, ReadContext context) {
        this.caller = caller;
        this.context = context;
    }

    @GET
    @Operation(operationId = "getContext", summary = "Who the customer of a session is", description = """
                    Other sessions and cases of the same customer, the site and page that help was asked on, machine and place.
                    For the role support e-mail addresses and telephone numbers are masked, and the past is told of whom one
                    helps now; of others, only what one sees anyway. So it is for team leads and their teams.""")
    @APIResponse(responseCode = "200", description = "What is known of the customer.")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<ContextView> get(UUID id) {
        return context.of(caller.get(), id);
    }
}
