package dev.remotesupport.gateway.staff;

import dev.remotesupport.gateway.Items;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Support staff with account and profile in one: either both change or neither. */
@Path("/api/admin/support/staff")
@Authenticated
@Tag(name = "Staff")
@APIResponse(responseCode = "503", description = "upstream-away: nothing has changed.")
class SupportStaffResource {

    private final Staff staff;
    private final DeskProfiles profiles;
    private final CurrentCaller caller;

    SupportStaffResource(Staff staff, DeskProfiles profiles, CurrentCaller caller) {
        this.staff = staff;
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listSupportStaff", summary = "All members by name, with limits, teams and skills")
    @APIResponse(responseCode = "403", description = "not-permitted: for supervisors and above.")
    public Uni<Items<SupportStaffView>> list(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return profiles.all(authorization)
                .chain(known -> staff.list(caller.get().organisationId())
                        .map(all -> new Items<>(all.stream()
                                .map(member -> SupportStaffView.of(member, Optional.ofNullable(known.get(member.id))))
                                .toList())));
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "addSupportStaff",
            summary = "Adds a member",
            description = "Without a password one is made; it is in this answer and nowhere else.")
    @APIResponse(
            responseCode = "201",
            description = "Can sign in now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SupportStaffView.class)))
    @APIResponse(
            responseCode = "403",
            description = "role-too-high: supervisors add support staff, admins everybody up to their own role.")
    @APIResponse(responseCode = "409", description = "email-taken")
    public Uni<SupportStaffView> add(
            @NotNull @Valid NewSupportStaff body, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        var made = body.password() == null ? Optional.of(RandomSecret.create()) : Optional.<String>empty();
        return staff.hire(
                caller.get(),
                body.member(made),
                account -> profiles.settle(account, body.profile(), authorization)
                        .map(profile -> SupportStaffView.of(account, Optional.of(profile))
                                .withInitialPassword(made)));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeSupportStaff",
            summary = "Changes a member",
            description = "What is absent stays. A new password signs the member out everywhere.")
    @APIResponse(responseCode = "404", description = "staff-unknown; team-unknown")
    @APIResponse(responseCode = "409", description = "last-super-admin; email-taken")
    public Uni<SupportStaffView> change(
            UUID id,
            @NotNull @Valid SupportStaffChange body,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return staff.change(
                caller.get(),
                id,
                body.member(),
                account -> profiles.settle(account, body.profile(), authorization)
                        .map(profile -> SupportStaffView.of(account, Optional.of(profile))));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeSupportStaff",
            summary = "Removes a member, who is signed out at once",
            description = "What the member had in hand goes back to the queue; tokens and sockets of the member end.")
    @APIResponse(responseCode = "204", description = "Gone.")
    @APIResponse(responseCode = "404", description = "staff-unknown")
    @APIResponse(responseCode = "409", description = "last-super-admin")
    public Uni<Void> remove(UUID id, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return staff.remove(caller.get(), id, authorization);
    }
}
