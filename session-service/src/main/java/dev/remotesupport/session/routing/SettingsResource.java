package dev.remotesupport.session.routing;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the desk gives its sessions out. */
@Path("/api/desk/settings")
@Authenticated
@Tag(name = "Desk")
public class SettingsResource {

    private final CurrentCaller caller;
    private final Tenancy tenancy;
    private final RouteSessions routing;

    SettingsResource(CurrentCaller caller, Tenancy tenancy, RouteSessions routing) {
        this.caller = caller;
        this.tenancy = tenancy;
        this.routing = routing;
    }

    @Schema(name = "DeskSettings")
    public record SettingsBody(
            @NotNull
            @Schema(
                    description = "Whether sessions are offered by themselves; picking up by hand always works.",
                    examples = "true")
            Boolean autoAssign,

            @NotNull
            @Min(5)
            @Max(300)
            @Schema(description = "How long an offer stands before it returns to its place.", examples = "20")
            Integer offerSeconds,

            @NotNull @Min(1) @Max(1440) @Schema(examples = "20")
            Integer idleWarnMinutes,

            @NotNull @Min(2) @Max(1440) @Schema(description = "More than idleWarnMinutes.", examples = "30")
            Integer idleEndMinutes) {

        static SettingsBody of(DeskSettings settings) {
            return new SettingsBody(
                    settings.autoAssign(),
                    settings.offerSeconds(),
                    settings.idleWarnMinutes(),
                    settings.idleEndMinutes());
        }

        DeskSettings settings() {
            return new DeskSettings(autoAssign, offerSeconds, idleWarnMinutes, idleEndMinutes);
        }
    }

    @GET
    @Operation(operationId = "getDeskSettings", summary = "How sessions are given out, and when idle ones end")
    public Uni<SettingsBody> get() {
        return tenancy.inTransaction(caller.get().organisationId(), DeskSettings::find)
                .map(SettingsBody::of);
    }

    @PUT
    @Operation(operationId = "setDeskSettings", summary = "Settle how sessions are given out, and when idle ones end")
    @APIResponse(responseCode = "200", description = "Holds from now on.")
    @APIResponse(responseCode = "400", description = "invalid, or settings-contradict: warned must come before ended.")
    public Uni<SettingsBody> set(@NotNull @Valid SettingsBody body) {
        if (body.idleWarnMinutes() >= body.idleEndMinutes()) {
            throw new ProblemException(
                    SessionProblem.SETTINGS_CONTRADICT, "idleWarnMinutes must be less than idleEndMinutes.");
        }
        var organisation = caller.get().organisationId();
        return tenancy.inTransaction(organisation, connection -> body.settings().save(connection, organisation))
                .invoke(() -> routing.changed(organisation))
                .replaceWith(body);
    }
}
