package dev.remotesupport.session.calldesk;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.calldesk.CallBacks.CallBack;
import dev.remotesupport.session.calldesk.CallBacks.Missed;
import dev.remotesupport.session.calldesk.CallBacks.Wish;
import dev.remotesupport.session.lifecycle.SeenByRole;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Missed calls, and who is to be called back. */
@Path("/api/support/call")
@Authenticated
@Tag(name = "Calls")
public class CallBackResource {

    private final CurrentCaller caller;
    private final CallBacks backs;

    CallBackResource(CurrentCaller caller, CallBacks backs) {
        this.caller = caller;
        this.backs = backs;
    }

    /** Where and about what one is to be called back. */
    @Schema(name = "CallBackWish")
    public record CallBackWish(
            @Size(min = 1, max = 320)
            @Schema(
                    description = "A number or an address; without one, as the customer is known.",
                    examples = "+254 20 1234567")
            String contact,

            @Size(min = 1, max = 2_000) @Schema(examples = "After five, please.")
            String note) {

        Wish wish() {
            return new Wish(Optional.ofNullable(contact), Optional.ofNullable(note));
        }
    }

    /** Calls that nobody answered, or not the one at whom they rang. */
    @Schema(name = "MissedCalls")
    public record MissedList(List<MissedView> items) {}

    @Schema(name = "MissedCall")
    public record MissedView(
            UUID id,
            UUID sessionId,

            @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "Grace Hopper")
            String customerName,

            Instant requestedAt,
            Instant endedAt,
            @Schema(examples = "call-back-requested") String endReason,

            @Schema(description = "Whether it rang in vain at whoever asks.")
            boolean rangHere,

            @Schema(description = "Null where nobody asked to be called back.")
            CallBackView callBack) {

        static MissedView of(Missed missed) {
            return new MissedView(
                    missed.id(),
                    missed.session(),
                    missed.customerName(),
                    missed.requestedAt(),
                    missed.endedAt().orElse(null),
                    missed.endReason().orElse(null),
                    missed.rangHere(),
                    missed.back().map(CallBackView::of).orElse(null));
        }
    }

    @Schema(name = "CallBack")
    public record CallBackView(
            Instant askedAt,

            @JsonSerialize(using = SeenByRole.Contact.class)
            @Schema(description = "Masked for the role support.", examples = "***67")
            String contact,

            @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "After five, please.")
            String note,

            @Schema(description = "Null while nobody has called back.")
            Instant doneAt,

            @Schema(examples = "Ada") String doneBy) {

        static CallBackView of(CallBack back) {
            return new CallBackView(
                    back.askedAt(),
                    back.wish().contact().orElse(null),
                    back.wish().note().orElse(null),
                    back.doneAt().orElse(null),
                    back.doneBy().orElse(null));
        }
    }

    @POST
    @Path("/{id}/callback")
    @Operation(
            operationId = "requestCallBack",
            summary = "Ask to be called back instead of waiting",
            description = "The call waits no more; staff see it among the missed ones until somebody has called back.")
    @APIResponse(responseCode = "200", description = "The call is over, and staff know.")
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-call")
    @APIResponse(responseCode = "404", description = "call-unknown")
    @APIResponse(responseCode = "409", description = "call-over; not-now: somebody is there already.")
    public Uni<CallView> request(UUID id, @Valid CallBackWish body) {
        var wish = Optional.ofNullable(body).map(CallBackWish::wish);
        return backs.request(caller.get(), id, wish.orElse(new Wish(Optional.empty(), Optional.empty())))
                .map(CallView::of);
    }

    @PUT
    @Path("/{id}/callback")
    @Operation(
            operationId = "calledBack",
            summary = "Say that a customer has been called back",
            description = "Doing it again is no error.")
    @APIResponse(responseCode = "200", description = "The call, with who called back.")
    @APIResponse(responseCode = "404", description = "call-unknown: nobody asked to be called back.")
    public Uni<MissedView> done(UUID id) {
        return backs.done(caller.get(), id).map(MissedView::of);
    }

    @GET
    @Path("/missed")
    @Operation(
            operationId = "listMissedCalls",
            summary = "Which calls were missed, and who is to be called back",
            description = "Newest first, at most 200 of the last 30 days.")
    public Uni<MissedList> missed() {
        return backs.missed(caller.get())
                .map(missed ->
                        new MissedList(missed.stream().map(MissedView::of).toList()));
    }
}
