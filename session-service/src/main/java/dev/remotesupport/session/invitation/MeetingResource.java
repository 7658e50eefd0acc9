package dev.remotesupport.session.invitation;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Staff;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the relay asks in a visitor's or a technician's name. The gateway never passes these routes on. */
@Path("/internal/access")
@Tag(name = "Internal")
public class MeetingResource {

    private final CurrentCaller caller;
    private final GrantAccess access;

    MeetingResource(CurrentCaller caller, GrantAccess access) {
        this.caller = caller;
        this.access = access;
    }

    /** A Yes to a technician. */
    public record Consented(
            @NotNull UUID staffId,
            @NotBlank @Size(max = Limits.NAME) String staffName,
            @Size(max = Limits.NAME) String reason,
            @Size(max = Limits.URL) String url,
            @Size(max = Limits.TITLE) String title) {

        GrantAccess.Yes yes() {
            var page = Optional.ofNullable(url)
                    .filter(address -> address.matches("https?://\\S+"))
                    .map(address ->
                            new Session.Page(address, Optional.ofNullable(title).orElse("")));
            return new GrantAccess.Yes(
                    new Staff(staffId, staffName),
                    Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty()),
                    page);
        }
    }

    /**
     * The session of a visitor.
     *
     * @param open whether there is one; the rest is null where the caller may not see it
     */
    public record Meeting(boolean open, UUID sessionId, String staffName) {

        static final Meeting NONE = new Meeting(false, null, null);
        static final Meeting UNSEEN = new Meeting(true, null, null);

        static Meeting of(Session session) {
            return new Meeting(
                    true, session.id(), session.staff().map(Staff::name).orElse(null));
        }

        static Meeting of(GrantAccess.Open open) {
            return open.seen() ? of(open.session()) : UNSEEN;
        }
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({"visitor", "customer"})
    @Operation(hidden = true, operationId = "grantAccess", summary = "Begin the session of a visitor who said Yes")
    public Uni<Meeting> access(@NotNull @Valid Consented body) {
        return access.accept(caller.get(), body.yes()).map(Meeting::of);
    }

    @GET
    @Path("/{visitor}")
    @RolesAllowed("staff")
    @Operation(
            hidden = true,
            operationId = "openSessionOf",
            summary = "The open session of a visitor, as far as the caller may see it")
    public Uni<Meeting> openOf(UUID visitor) {
        return access.openOf(caller.get(), visitor.toString())
                .map(open -> open.map(Meeting::of).orElse(Meeting.NONE));
    }
}
