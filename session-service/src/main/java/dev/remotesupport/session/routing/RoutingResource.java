package dev.remotesupport.session.routing;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.SessionView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answering an offer, and handing a session on. */
@Path("/api")
@Authenticated
@Tag(name = "Sessions")
public class RoutingResource {

    private final CurrentCaller caller;
    private final AnswerOffer answer;
    private final TransferSession transfer;

    RoutingResource(CurrentCaller caller, AnswerOffer answer, TransferSession transfer) {
        this.caller = caller;
        this.answer = answer;
        this.transfer = transfer;
    }

    /** To whom, or to which team; exactly one of them. */
    @Schema(name = "Transfer")
    public record TransferBody(
            UUID staffId,
            UUID teamId,

            @Size(max = 2_000)
            @Schema(
                    description = "Becomes a note of the session; customers never see it.",
                    examples = "Knows about refunds; the customer has the receipt.")
            String note) {}

    @POST
    @Path("/sessions/{id}/accept")
    @Operation(
            operationId = "acceptOffer",
            summary = "Take the session that is offered to one",
            description = "Doing it again is no error.")
    @APIResponse(responseCode = "200", description = "The session is the caller's.")
    @APIResponse(responseCode = "409", description = "not-offered: the offer is over, or was made to somebody else.")
    public Uni<SessionView> accept(UUID id) {
        return answer.accept(caller.get(), id).map(SessionView::of);
    }

    @POST
    @Path("/sessions/{id}/decline")
    @Operation(
            operationId = "declineOffer",
            summary = "Let the session that is offered to one go to somebody else",
            description =
                    "It returns to its place in the queue; for a minute it is not offered to the same member again.")
    @APIResponse(responseCode = "200", description = "The session waits again.")
    @APIResponse(responseCode = "409", description = "not-offered: the offer is over, or was made to somebody else.")
    public Uni<SessionView> decline(UUID id) {
        return answer.decline(caller.get(), id).map(SessionView::of);
    }

    @POST
    @Path("/sessions/{id}/transfer")
    @Operation(
            operationId = "transferSession",
            summary = "Hand a session on to a colleague or to a team",
            description =
                    "From the answer on, whoever had it has no access any more. For a team it waits at the place of its request.")
    @APIResponse(responseCode = "200", description = "Somebody else has it, or it waits for the team.")
    @APIResponse(responseCode = "400", description = "transfer-target: name one of staffId and teamId.")
    @APIResponse(responseCode = "403", description = "not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown, staff-unknown or team-unknown")
    @APIResponse(responseCode = "409", description = "staff-not-available, staff-at-capacity or session-ended")
    public Uni<SessionView> transfer(UUID id, @NotNull @Valid TransferBody body) {
        if ((body.staffId() == null) == (body.teamId() == null)) {
            throw new ProblemException(SessionProblem.TRANSFER_TARGET, "Send one of staffId and teamId.");
        }
        var note = Optional.ofNullable(body.note());
        var moved = body.staffId() == null
                ? transfer.toTeam(caller.get(), id, body.teamId(), note)
                : transfer.toStaff(caller.get(), id, body.staffId(), note);
        return moved.map(SessionView::of);
    }
}
