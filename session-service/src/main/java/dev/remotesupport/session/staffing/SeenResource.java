package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose consoles are open, from the signaling service. Never through the gateway. */
@Path("/internal/desk")
@Tag(name = "Internal")
public class SeenResource {

    private final CurrentCaller caller;
    private final SeeStaff see;

    SeenResource(CurrentCaller caller, SeeStaff see) {
        this.caller = caller;
        this.see = see;
    }

    /** Members of the caller's organisation. */
    @Schema(name = "ConsolesSeen")
    public record ConsolesSeen(
            @Schema(description = "Whose console was heard within the last 10 seconds.") @Size(max = 10_000)
            Set<@NotNull UUID> staffIds,

            @Schema(description = "Whose last console here has closed.") @Size(max = 10_000)
            Set<@NotNull UUID> gone) {}

    @POST
    @Path("/seen")
    @RolesAllowed("staff")
    @Operation(
            operationId = "seeConsoles",
            summary = "Say whose consoles are open",
            description = "Every 5 seconds. Of whom nothing is said for 15 seconds counts as not connected.")
    public Uni<Void> seen(@NotNull @Valid ConsolesSeen body) {
        return see.see(
                caller.get(),
                body.staffIds() == null ? Set.of() : body.staffIds(),
                body.gone() == null ? Set.of() : body.gone());
    }
}
