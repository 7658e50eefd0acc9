package dev.remotesupport.session.schedule;

import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The opening hours of an organisation. */
@Path("/api/desk/hours")
@Authenticated
@Tag(name = "Desk")
public class HoursResource {

    private final CurrentCaller caller;
    private final DeskHours hours;

    HoursResource(CurrentCaller caller, DeskHours hours) {
        this.caller = caller;
        this.hours = hours;
    }

    @GET
    @Operation(
            operationId = "getHours",
            summary = "When the desk is open",
            description = "As long as nothing is settled, all days from 00:00 to 24:00.")
    public Uni<HoursBody> get() {
        return hours.of(caller.get().organisationId()).map(HoursBody::of);
    }

    @PUT
    @Operation(
            operationId = "setHours",
            summary = "Settle when the desk is open",
            description =
                    "Customers are told so outside of them; what they write is kept, and whoever works then still helps.")
    @APIResponse(responseCode = "200", description = "Holds from now on.")
    @APIResponse(responseCode = "400", description = "invalid, or hours-not-understood: no such time zone or day.")
    public Uni<HoursBody> set(@NotNull @Valid HoursBody body) {
        return hours.save(caller.get().organisationId(), body.toHours()).map(HoursBody::of);
    }
}
