package dev.remotesupport.session.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.invitation.Invitations.Made;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Codes for the connect page. */
@Path("/api/invitations")
@Authenticated
@Tag(name = "Invitations")
public class InvitationResource {

    private static final String OPEN = """
            {"id": "7b0f4f6e-3a55-4f0e-8a53-2f8f3a0a4c11", "code": "7K3M9QXD", "state": "open",
             "expiresAt": "2026-11-26T21:15:00Z"}""";
    private static final String USED = """
            {"id": "7b0f4f6e-3a55-4f0e-8a53-2f8f3a0a4c11", "state": "used", "expiresAt": "2026-11-26T21:15:00Z",
             "sessionId": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11"}""";
    private static final String UNKNOWN = """
            {"type": "https://remote-support.dev/problems/invitation-unknown", "title": "There is no such invitation.",
             "status": 404, "code": "invitation-unknown", "detail": "You have made none with this id.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b31"}""";
    private static final String TOO_MANY = """
            {"type": "https://remote-support.dev/problems/too-many-invitations", "title": "You have too many open codes.",
             "status": 409, "code": "too-many-invitations", "detail": "Take one back, or let one run out.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b32"}""";

    private final CurrentCaller caller;
    private final Invitations invitations;

    InvitationResource(CurrentCaller caller, Invitations invitations) {
        this.caller = caller;
        this.invitations = invitations;
    }

    /** What the session will be about. */
    @Schema(name = "NewInvitation")
    public record NewInvitation(
            @Size(max = Limits.NAME)
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            @Schema(examples = "Router set-up")
            String subject) {}

    /**
     * A code and what became of it.
     *
     * @param code in the answer that made it only
     */
    @Schema(name = "Invitation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvitationView(
            UUID id,

            @Schema(description = "In the answer that made it only.")
            String code,

            @Schema(enumeration = {"open", "used", "expired", "withdrawn"})
            String state,

            Instant expiresAt,

            @Schema(description = "The session that it opened.")
            UUID sessionId) {

        static InvitationView of(Invitation invitation) {
            return of(invitation, null);
        }

        static InvitationView of(Made made) {
            return of(made.invitation(), made.code().text());
        }

        private static InvitationView of(Invitation invitation, String code) {
            return new InvitationView(
                    invitation.id(),
                    code,
                    Wire.name(invitation.state(Instant.now())),
                    invitation.expiresAt(),
                    invitation.session().orElse(null));
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "makeInvitation", summary = "Make a code for the connect page", description = """
                    Whoever opens /connect/{code} within ten minutes begins a session with you. A code works once; it is shown in
                    this answer only.""")
    @RequestBody(content = @Content(examples = @ExampleObject("{\"subject\": \"Router set-up\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The code.",
            content =
                    @Content(schema = @Schema(implementation = InvitationView.class), examples = @ExampleObject(OPEN)))
    @APIResponse(
            responseCode = "409",
            description = "too-many-invitations",
            content = @Content(examples = @ExampleObject(TOO_MANY)))
    public Uni<InvitationView> make(@Valid NewInvitation body) {
        var subject = Optional.ofNullable(body).map(NewInvitation::subject);
        return invitations.make(caller.get(), subject).map(InvitationView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInvitation", summary = "What became of a code that you have made")
    @APIResponse(
            responseCode = "200",
            description = "Its state, and the session that it opened.",
            content =
                    @Content(schema = @Schema(implementation = InvitationView.class), examples = @ExampleObject(USED)))
    @APIResponse(
            responseCode = "404",
            description = "invitation-unknown",
            content = @Content(examples = @ExampleObject(UNKNOWN)))
    public Uni<InvitationView> get(UUID id) {
        return invitations.find(caller.get(), id).map(InvitationView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "withdrawInvitation", summary = "Take a code back that nobody has used")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    @APIResponse(
            responseCode = "404",
            description = "invitation-unknown",
            content = @Content(examples = @ExampleObject(UNKNOWN)))
    public Uni<Void> withdraw(UUID id) {
        return invitations.withdraw(caller.get(), id);
    }
}
