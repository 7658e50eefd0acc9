package dev.remotesupport.session.access;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a team lead leads, for the services that do not know of teams. Never through the gateway. */
@Path("/internal/desk/led")
@Tag(name = "Internal")
public class LedResource {

    private final CurrentCaller caller;
    private final Tenancy tenancy;
    private final Sights sights;

    LedResource(CurrentCaller caller, Tenancy tenancy, Sights sights) {
        this.caller = caller;
        this.tenancy = tenancy;
        this.sights = sights;
    }

    /** A lead, and the members of the lead's teams; null is everybody. */
    @Schema(name = "StaffLed")
    public record StaffLed(Set<UUID> staffIds) {

        static StaffLed of(Sight sight) {
            return new StaffLed(sight instanceof Sight.Desk desk ? desk.staff() : null);
        }
    }

    @GET
    @RolesAllowed("team_lead")
    @Operation(operationId = "getLed", summary = "Whose sessions a team lead sees")
    public Uni<StaffLed> led() {
        return tenancy.inTransaction(
                caller.get().organisationId(),
                connection -> sights.of(connection, caller.get()).map(StaffLed::of));
    }
}
