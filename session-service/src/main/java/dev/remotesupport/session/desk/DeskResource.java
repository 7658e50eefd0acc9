package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.desk.RegisterMachine.Machine;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.Session.Review;
import dev.remotesupport.session.lifecycle.SessionView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Taking, naming and ending sessions. */
@Path("/api")
@Authenticated
@Tag(name = "Sessions")
public class DeskResource {

    private final CurrentCaller caller;
    private final AssignSession assign;
    private final EndSession end;
    private final RegisterMachine register;

    DeskResource(CurrentCaller caller, AssignSession assign, EndSession end, RegisterMachine register) {
        this.caller = caller;
        this.assign = assign;
        this.end = end;
        this.register = register;
    }

    /** Whom to give the session to; nobody named is the caller. */
    @Schema(name = "ChatAssignment")
    public record ChatAssignment(
            UUID staffId,

            @Size(min = 1, max = Limits.NAME) @Schema(examples = "Ada")
            String staffName) {}

    /** Which session to give to whom; nobody named is the caller. */
    @Schema(name = "SessionAssignment")
    public record SessionAssignment(@NotNull UUID sessionId, UUID staffId) {}

    /** What a session is about: one machine with its displays. */
    @Schema(name = "MachineRegistration")
    public record MachineRegistration(
            @NotNull UUID sessionId,

            @NotBlank @Size(max = Limits.NAME) @Schema(examples = "FRONT-DESK-02")
            String machineName,

            @Size(min = 1, max = Limits.NAME) @Schema(examples = "Windows 11")
            String os,

            @Size(max = 16) List<@NotNull @Size(max = Limits.NAME) String> displays) {

        Machine machine() {
            return new Machine(machineName, Optional.ofNullable(os), displays == null ? List.of() : displays);
        }
    }

    /** How a chat ends. */
    @Schema(name = "ChatClosing")
    public record ChatClosing(
            @Min(1) @Max(5) Integer rating,

            @Size(min = 1, max = 2_000) @Schema(examples = "Quick and friendly.")
            String feedback,

            @Size(max = Limits.CODE) @Pattern(regexp = EndReason.PATTERN) @Schema(examples = "solved")
            String reason) {}

    /** How a session ends. */
    @Schema(name = "SessionEnding")
    public record SessionEnding(
            @Size(max = Limits.CODE) @Pattern(regexp = EndReason.PATTERN) @Schema(examples = "solved")
            String reason) {}

    @POST
    @Path("/support/chat/{id}/assign")
    @Operation(
            operationId = "assignChat",
            summary = "Take a chat, or give it to a member of the staff",
            description =
                    "Of several at once exactly one wins, the others get 409 already-assigned. Doing it again is no error.")
    public Uni<SessionView> assignChat(UUID id, @Valid ChatAssignment body) {
        var whom = Optional.ofNullable(body);
        return assign.assign(caller.get(), id, whom.map(ChatAssignment::staffId), whom.map(ChatAssignment::staffName))
                .map(SessionView::of);
    }

    @POST
    @Path("/sessions/assign")
    @Operation(
            operationId = "assignSession",
            summary = "Take a session, or give it to a member of the staff",
            description =
                    "The answer and the broadcast tell the session's true state: interrupted, if the customer is away.")
    public Uni<SessionView> assignSession(@NotNull @Valid SessionAssignment body) {
        return assign.assign(caller.get(), body.sessionId(), Optional.ofNullable(body.staffId()), Optional.empty())
                .map(SessionView::of);
    }

    @POST
    @Path("/sessions/register")
    @Operation(
            operationId = "registerMachine",
            summary = "Say which machine a session is about",
            description = "404 for a session that is not known.")
    public Uni<SessionView> registerMachine(@NotNull @Valid MachineRegistration body) {
        return register.register(caller.get(), body.sessionId(), body.machine()).map(SessionView::of);
    }

    @POST
    @Path("/support/chat/{id}/close")
    @Operation(operationId = "closeChat", summary = "End a chat, with the customer's rating if there is one")
    public Uni<SessionView> closeChat(UUID id, @Valid ChatClosing body) {
        var closing = Optional.ofNullable(body);
        var review = new Review(closing.map(ChatClosing::rating), closing.map(ChatClosing::feedback));
        return end.end(caller.get(), id, closing.map(ChatClosing::reason).map(EndReason::new), review)
                .map(SessionView::of);
    }

    @POST
    @Path("/sessions/{id}/end")
    @Operation(operationId = "endSession", summary = "End a session for good, and with it all its grants")
    public Uni<SessionView> endSession(UUID id, @Valid SessionEnding body) {
        var reason = Optional.ofNullable(body).map(SessionEnding::reason).map(EndReason::new);
        return end.end(caller.get(), id, reason, Review.NONE).map(SessionView::of);
    }
}
