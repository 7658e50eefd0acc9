package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.staffing.StaffView.TeamView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Teams, to which sessions can be transferred. */
@Path("/api/desk/teams")
@Authenticated
@Tag(name = "Desk")
public class TeamResource {

    private final CurrentCaller caller;
    private final Teams teams;

    TeamResource(CurrentCaller caller, Teams teams) {
        this.caller = caller;
        this.teams = teams;
    }

    @Schema(name = "TeamList")
    public record TeamList(List<TeamView> items) {}

    @Schema(name = "TeamNaming")
    public record TeamBody(
            @NotBlank @Size(max = Limits.NAME) @Schema(examples = "Payments")
            String name) {}

    @GET
    @Operation(operationId = "listTeams", summary = "The teams")
    public Uni<TeamList> list() {
        return teams.all(caller.get().organisationId())
                .map(found -> new TeamList(found.stream().map(TeamView::of).toList()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "createTeam", summary = "Make a team")
    public Uni<TeamView> create(@NotNull @Valid TeamBody body) {
        return teams.create(caller.get().organisationId(), body.name()).map(TeamView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "renameTeam", summary = "Name a team anew")
    public Uni<TeamView> rename(UUID id, @NotNull @Valid TeamBody body) {
        return teams.rename(caller.get().organisationId(), id, body.name()).map(TeamView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteTeam",
            summary = "Dissolve a team",
            description = "Sessions that wait for it wait for anybody from then on.")
    public Uni<Void> delete(UUID id) {
        return teams.delete(caller.get().organisationId(), id);
    }
}
