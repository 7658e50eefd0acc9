package dev.remotesupport.gateway.staff;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.Items;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The people who help. */
@Path("/api/staff")
@Authenticated
@Tag(name = "Staff")
class StaffResource {

    /** Somebody who joins. */
    record NewMember(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull StaffRole role,

            @NotNull @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
            String password) {}

    /** What changes; what is absent stays. A new password signs the member out. */
    record MemberChange(
            @Email @Size(max = 254) String email,

            @Size(max = Limits.NAME) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
            String name,

            StaffRole role,

            @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
            String password) {}

    /** A member of the staff. */
    record MemberView(UUID id, String email, String name, StaffRole role, Instant createdAt, Instant lastLoginAt) {

        static MemberView of(Account account) {
            return new MemberView(
                    account.id,
                    account.email,
                    account.name,
                    account.staffRole(),
                    account.createdAt,
                    account.lastLoginAt);
        }
    }

    private final Staff staff;
    private final CurrentCaller caller;

    StaffResource(Staff staff, CurrentCaller caller) {
        this.staff = staff;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All members by name")
    public Uni<Items<MemberView>> list() {
        return staff.list(caller.get().organisationId())
                .map(all -> new Items<>(all.stream().map(MemberView::of).toList()));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Makes an account for a new member")
    public Uni<MemberView> hire(@NotNull @Valid NewMember body) {
        return staff.hire(caller.get(), body).map(MemberView::of);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Changes e-mail, name, role or password")
    public Uni<MemberView> change(UUID id, @NotNull @Valid MemberChange body) {
        return staff.change(caller.get(), id, body).map(MemberView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a member; never the last super admin")
    public Uni<Void> remove(UUID id, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return staff.remove(caller.get(), id, authorization);
    }
}
