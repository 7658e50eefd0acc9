package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.Measured;
import dev.remotesupport.session.call.OpenCall;
import dev.remotesupport.session.calldesk.StartCall.Started;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.request.CallStart;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Asking for, answering, judging and ending calls. */
@Path("/api/support/call")
@Authenticated
@Tag(name = "Calls")
public class CallResource {

    private final CurrentCaller caller;
    private final StartCall startCall;
    private final AnswerCall answerCall;
    private final DeclineCall declineCall;
    private final EndCall endCall;
    private final ReportQuality reportQuality;
    private final OpenCall open;

    CallResource(
            CurrentCaller caller,
            StartCall startCall,
            AnswerCall answerCall,
            DeclineCall declineCall,
            EndCall endCall,
            ReportQuality reportQuality,
            OpenCall open) {
        this.caller = caller;
        this.startCall = startCall;
        this.answerCall = answerCall;
        this.declineCall = declineCall;
        this.endCall = endCall;
        this.reportQuality = reportQuality;
        this.open = open;
    }

    /** The answer to a call's start. */
    @Schema(name = "CallStarted")
    public record CallStarted(UUID callId, UUID sessionId, CallView call) {

        static CallStarted of(Started started) {
            return new CallStarted(
                    started.call().id(), started.session().id(), CallView.of(started.session(), started.call()));
        }
    }

    /** Who answers; nobody named is the caller. */
    @Schema(name = "CallAnswer")
    public record CallAnswer(
            @Schema(description = "Only a system names somebody.")
            UUID staffId) {}

    /** How a call ends. What it says of duration and quality is kept as the client's word. */
    @Schema(name = "CallEnding")
    public record CallEnding(
            @Min(0)
            @Max(604_800)
            @Schema(
                    description = "In seconds, by the client's clock. The duration that counts is the server's.",
                    examples = "125")
            Integer duration,

            @DecimalMin("1") @DecimalMax("5") @Schema(description = "As the client judged it.", examples = "4.2")
            Double qualityScore,

            @Size(max = Limits.CODE) @Pattern(regexp = EndReason.PATTERN) @Schema(examples = "solved")
            String reason) {

        Calls.Said said() {
            return new Calls.Said(Optional.ofNullable(duration), Optional.ofNullable(qualityScore));
        }
    }

    /** What one side heard lately. Without figures it says only that one is there. */
    @Schema(name = "CallHearing")
    public record CallHearing(
            @DecimalMin("0") @DecimalMax("100") @Schema(examples = "0.4")
            Double lossPercent,

            @DecimalMin("0") @DecimalMax("60000") @Schema(examples = "6.5")
            Double jitterMs,

            @DecimalMin("0") @DecimalMax("60000") @Schema(examples = "48")
            Double roundTripMs) {

        /** A part of the figures makes no score. */
        Optional<Measured> measured() {
            return lossPercent == null || jitterMs == null || roundTripMs == null
                    ? Optional.empty()
                    : Optional.of(new Measured(lossPercent, jitterMs, roundTripMs));
        }
    }

    /** How both sides hear each other, by their last reports. */
    @Schema(name = "CallHeard")
    public record CallHeard(
            @Schema(description = "How the caller of this route hears the other side, 1 to 5.", examples = "4.3")
            Double score,

            @Schema(description = "How the other side hears, 1 to 5.", examples = "4.1")
            Double otherScore) {

        static CallHeard of(ReportQuality.Heard heard) {
            return new CallHeard(heard.own().orElse(null), heard.other().orElse(null));
        }
    }

    @POST
    @Path("/start")
    @Operation(operationId = "startCall", summary = "Ask for a call", description = """
                    Begins a session that waits in the queue as a call; within an open session that somebody has it rings at once: at
                    the technician, or at the customer when it is the technician who calls. Who waits for a chat waits for a call from
                    now on. Asking again gives the call that waits, rings or is under way, with 200.""")
    @APIResponse(
            responseCode = "201",
            description = "A new call waits or rings.",
            content = @Content(schema = @Schema(implementation = CallStarted.class)))
    @APIResponse(
            responseCode = "200",
            description = "The call that was there already.",
            content = @Content(schema = @Schema(implementation = CallStarted.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-identity, not-your-session")
    @APIResponse(responseCode = "404", description = "session-unknown")
    @APIResponse(
            responseCode = "409",
            description = "already-assigned: a colleague is helping this customer; session-ended")
    public Uni<RestResponse<CallStarted>> start(@Valid CallStart body) {
        return startCall
                .start(caller.get(), Optional.ofNullable(body).orElse(CallStart.PLAIN))
                .map(started -> ResponseBuilder.create(
                                started.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                CallStarted.of(started))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCall", summary = "How a call stands")
    @APIResponse(responseCode = "200", description = "The call.")
    @APIResponse(responseCode = "403", description = "not-your-session")
    @APIResponse(responseCode = "404", description = "call-unknown")
    public Uni<CallView> get(UUID id) {
        return open.toRead(
                caller.get(),
                id,
                (connection, session, call) -> Uni.createFrom().item(CallView.of(session, call)));
    }

    @POST
    @Path("/{id}/answer")
    @Operation(operationId = "answerCall", summary = "Answer a call", description = """
                    One that waits or rings. Of several at once exactly one wins, the others get 409 already-assigned. Doing it again
                    is no error.""")
    @APIResponse(responseCode = "200", description = "Both sides speak.")
    @APIResponse(responseCode = "400", description = "malformed, staff-required: a system names who answers.")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-call")
    @APIResponse(responseCode = "404", description = "call-unknown, staff-unknown")
    @APIResponse(
            responseCode = "409",
            description = "already-assigned, call-over, session-ended, staff-at-capacity, not-now")
    public Uni<CallView> answer(UUID id, @Valid CallAnswer body) {
        return answerCall
                .answer(caller.get(), id, Optional.ofNullable(body).map(CallAnswer::staffId))
                .map(CallView::of);
    }

    @POST
    @Path("/{id}/decline")
    @Operation(
            operationId = "declineCall",
            summary = "Let a call ring no more",
            description =
                    "A customer who waits goes on waiting, for somebody else; within a session the call is declined.")
    @APIResponse(responseCode = "200", description = "The call waits again, or is declined.")
    @APIResponse(responseCode = "403", description = "not-your-call: it rings at somebody else.")
    @APIResponse(responseCode = "404", description = "call-unknown")
    @APIResponse(responseCode = "409", description = "call-over, not-offered, not-now")
    public Uni<CallView> decline(UUID id) {
        return declineCall.decline(caller.get(), id).map(CallView::of);
    }

    @POST
    @Path("/{id}/end")
    @Operation(operationId = "endCall", summary = "End a call", description = """
                    Either side does. A session that began as a call ends with it; any other goes on. The duration is the server's.""")
    @APIResponse(responseCode = "200", description = "The call is over.")
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-call, not-your-session")
    @APIResponse(responseCode = "404", description = "call-unknown")
    @APIResponse(responseCode = "409", description = "call-over")
    public Uni<CallView> end(UUID id, @Valid CallEnding body) {
        var ending = Optional.ofNullable(body).orElse(new CallEnding(null, null, null));
        return endCall.end(
                        caller.get(), id, Optional.ofNullable(ending.reason()).map(EndReason::new), ending.said())
                .map(CallView::of);
    }

    @POST
    @Path("/{id}/quality")
    @Operation(
            operationId = "reportCallQuality",
            summary = "Say that one is in a call, and how it sounds",
            description = """
                    Every five seconds, from each side. Of which side nothing comes for a minute, that one is gone: the call is over,
                    or waits again when it is the technician.""")
    @APIResponse(responseCode = "200", description = "How both sides hear each other.")
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-your-call")
    @APIResponse(responseCode = "404", description = "call-unknown")
    @APIResponse(responseCode = "409", description = "call-over, not-now")
    public Uni<CallHeard> report(UUID id, @NotNull @Valid CallHearing body) {
        return reportQuality.report(caller.get(), id, body.measured()).map(CallHeard::of);
    }
}
