package dev.remotesupport.gateway.organisation;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.Items;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.account.UserView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the operator does: organisations, their plans and their first admins. */
@Path("/api")
@Authenticated
@Tag(name = "Organisations", description = "For the operator of the installation")
class OrganisationResource {

    /** An organisation to be made. */
    record NewOrganisation(
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotBlank @Size(max = 40) String plan) {}

    /** What changes; what is absent stays. */
    record OrganisationChange(
            @Size(max = Limits.NAME) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String name,

            @Size(max = 40) String plan,
            Boolean suspended) {}

    /** An organisation as the operator sees it. */
    record OrganisationView(UUID id, String name, String plan, boolean suspended, Instant createdAt, long staffCount) {}

    /** A plan: what an organisation may have. */
    record PlanView(String id, String name, int maxSites, int maxConcurrentSessions) {

        static PlanView of(Plan plan) {
            return new PlanView(plan.name, plan.title, plan.maxSites, plan.maxConcurrentSessions);
        }
    }

    private final Organisations organisations;

    OrganisationResource(Organisations organisations) {
        this.organisations = organisations;
    }

    @GET
    @Path("/plans")
    @Operation(summary = "The plans, smallest first")
    public Uni<Items<PlanView>> plans() {
        return organisations
                .plans()
                .map(plans -> new Items<>(plans.stream().map(PlanView::of).toList()));
    }

    @GET
    @Path("/organisations")
    @Operation(summary = "All organisations by name")
    public Uni<Items<OrganisationView>> list() {
        return organisations.list().map(Items::new);
    }

    @POST
    @Path("/organisations")
    @ResponseStatus(201)
    @Operation(summary = "Makes an organisation")
    public Uni<OrganisationView> create(@NotNull @Valid NewOrganisation body) {
        return organisations.create(body.name(), body.plan());
    }

    @PATCH
    @Path("/organisations/{id}")
    @Operation(summary = "Renames, gives another plan, suspends or lets in again")
    public Uni<OrganisationView> change(UUID id, @NotNull @Valid OrganisationChange body) {
        return organisations.change(id, body);
    }

    @POST
    @Path("/organisations/{id}/admins")
    @ResponseStatus(201)
    @Operation(summary = "Makes the organisation's first super admin")
    public Uni<UserView> admit(UUID id, @NotNull @Valid NewAccount body) {
        return organisations.admitFirstAdmin(id, body);
    }
}
