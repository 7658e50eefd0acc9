package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.staffing.EditProfile.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members as the gateway adds, changes and removes them, before its events say so. Never through the gateway. */
@Path("/internal/desk/staff")
@Tag(name = "Internal")
public class SettleResource {

    private final CurrentCaller caller;
    private final EditProfile edit;
    private final StaffTurnover turnover;

    SettleResource(CurrentCaller caller, EditProfile edit, StaffTurnover turnover) {
        this.caller = caller;
        this.edit = edit;
        this.turnover = turnover;
    }

    /** Who it is, and what is settled; what is absent stays. */
    @Schema(name = "MemberSettled")
    public record Settled(
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull StaffRole role,
            @Min(0) @Max(100) Integer chatLimit,
            @Min(0) @Max(100) Integer callLimit,
            @Size(max = 50) Set<@NotNull UUID> teamIds,

            @Size(max = 50)
            Set<@NotNull @Size(max = 64) @Pattern(regexp = StaffResource.ProfileBody.SKILL) String> skills) {

        Profile over(StaffMember member) {
            return new Profile(
                    new Capacity(
                            Optional.ofNullable(chatLimit)
                                    .orElse(member.limits().chat()),
                            Optional.ofNullable(callLimit)
                                    .orElse(member.limits().call())),
                    Optional.ofNullable(teamIds)
                            .orElseGet(() -> member.teams().stream()
                                    .map(StaffMember.Team::id)
                                    .collect(Collectors.toSet())),
                    Optional.ofNullable(skills).orElseGet(() -> Set.copyOf(member.skills())));
        }
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"supervisor", "admin", "super_admin", "api_key"})
    @Operation(operationId = "settleMember", summary = "Remember a member with limits, teams and skills")
    public Uni<StaffView> settle(UUID id, @NotNull @Valid Settled body) {
        return edit.settle(caller.get(), id, body.name(), body.role(), body::over)
                .map(StaffView::of);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"supervisor", "admin", "super_admin", "api_key"})
    @Operation(
            operationId = "removeMember",
            summary = "Take everything from a member who is removed",
            description = "Doing it again is no error.")
    public Uni<Void> remove(UUID id) {
        return turnover.removed(caller.get().organisationId(), id);
    }
}
