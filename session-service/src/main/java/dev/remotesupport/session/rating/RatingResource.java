package dev.remotesupport.session.rating;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.Session.Review;
import dev.remotesupport.session.lifecycle.SessionView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Rating sessions. */
@Path("/api/sessions/{id}/rating")
@Tag(name = "Sessions")
public class RatingResource {

    private final CurrentCaller caller;
    private final RateSession rateSession;

    RatingResource(CurrentCaller caller, RateSession rateSession) {
        this.caller = caller;
        this.rateSession = rateSession;
    }

    /** What a customer thinks of the help. */
    @Schema(name = "SessionRating")
    public record SessionRating(
            @NotNull @Min(1) @Max(5) @Schema(description = "5 is best.", examples = "5")
            Integer rating,

            @Size(min = 1, max = 2_000) @Schema(examples = "Quick and friendly.")
            String comment) {

        Review review() {
            return new Review(Optional.of(rating), Optional.ofNullable(comment));
        }
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "rateSession",
            summary = "Rate a session",
            description = "Once, by the customer, while it lasts or up to seven days after its end.")
    @APIResponse(responseCode = "200", description = "The session with its rating.")
    @APIResponse(
            responseCode = "400",
            description = "invalid: the rating is not between 1 and 5, or the comment too long")
    @APIResponse(responseCode = "403", description = "forbidden: staff rate no sessions")
    @APIResponse(responseCode = "404", description = "session-unknown")
    @APIResponse(responseCode = "409", description = "already-rated, rated-too-late")
    public Uni<SessionView> rate(UUID id, @NotNull @Valid SessionRating body) {
        return rateSession.rate(caller.get(), id, body.review()).map(SessionView::of);
    }
}
