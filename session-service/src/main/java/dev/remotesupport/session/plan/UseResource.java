package dev.remotesupport.session.plan;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.plan.PlanLimits.Use;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much of the plan is used. */
@Path("/api/sessions/use")
@Authenticated
@Tag(name = "Sessions")
public class UseResource {

    private final CurrentCaller caller;
    private final Tenancy tenancy;
    private final PlanLimits limits;

    UseResource(CurrentCaller caller, Tenancy tenancy, PlanLimits limits) {
        this.caller = caller;
        this.tenancy = tenancy;
        this.limits = limits;
    }

    /** @param limit null while nothing is known of the plan */
    @Schema(name = "PlanUse")
    public record UseView(
            @Schema(description = "Customers' pages that are shared now.", examples = "3")
            long shared,

            @Schema(description = "How many may be at once; null while nothing is known of the plan.", examples = "25")
            Integer limit) {

        static UseView of(Use use) {
            return new UseView(use.shared(), use.limit().orElse(null));
        }
    }

    @GET
    @Operation(operationId = "getPlanUse", summary = "How many customers' pages are shared, of how many that may be")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = UseView.class),
                            examples = @ExampleObject("{\"shared\": 3, \"limit\": 25}")))
    @APIResponse(responseCode = "403", description = "not-permitted")
    public Uni<UseView> use() {
        var organisation = caller.get().organisationId();
        return tenancy.inTransaction(organisation, connection -> limits.use(connection, organisation))
                .map(UseView::of);
    }
}
