package dev.remotesupport.session.invitation;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.Session.Staff;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the gateway asks for whoever typed a code. The gateway never passes this route on. */
@Path("/internal/codes")
@Tag(name = "Internal")
public class CodeResource {

    private final CurrentCaller caller;
    private final AcceptInvitation accept;

    CodeResource(CurrentCaller caller, AcceptInvitation accept) {
        this.caller = caller;
        this.accept = accept;
    }

    /** A code as it was typed. */
    public record TypedCode(
            @NotBlank @Size(max = 64) String code,
            @Size(max = Limits.NAME) String name) {}

    /** What a code opened. */
    public record Opened(UUID sessionId, UUID organisation, String staffName) {}

    @POST
    @ResponseStatus(201)
    @RolesAllowed("visitor")
    @Operation(hidden = true, operationId = "acceptInvitation", summary = "Open the session of a code")
    public Uni<Opened> code(@NotNull @Valid TypedCode body) {
        var name = Optional.ofNullable(body.name()).map(String::strip).filter(text -> !text.isEmpty());
        return accept.accept(caller.get(), body.code(), name)
                .map(session -> new Opened(
                        session.id(),
                        session.organisation(),
                        session.staff().map(Staff::name).orElse("")));
    }
}
