package dev.remotesupport.gateway.participant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.gateway.token.TokenSubject;
import dev.remotesupport.platform.caller.Caller.ParticipantBinding;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where a browser tab gets the token that opens a session's sockets. */
@Path("/api/sessions/{id}/participants")
@Authenticated
@Tag(name = "Sessions")
class ParticipantResource {

    /** The tab that asks, by a name it has made for itself. */
    record Tab(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
            String tab,

            @Schema(
                    description =
                            "Takes the session first, which is offered to the caller: as `/accept`, without a way more.")
            boolean accept,

            @Schema(
                    description =
                            "While a call of the session rings at the caller: a token for making ready for it, and for nothing else before it is answered.")
            boolean early) {}

    /** The right to take part, for the next minutes. */
    record Admitted(UUID participantId, String token, long expiresIn, Seat seat, JsonNode session) {}

    private final SessionAdmissions admissions;
    private final AccessTokens tokens;
    private final CurrentCaller caller;

    ParticipantResource(SessionAdmissions admissions, AccessTokens tokens, CurrentCaller caller) {
        this.admissions = admissions;
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "A token for one tab in one session; each opens every socket once")
    @APIResponse(responseCode = "201", description = "The tab takes part.")
    @APIResponse(
            responseCode = "409",
            description =
                    "session-ended; not-offered: where it was to be accepted, or is early, the offer is over or was made to somebody else.")
    public Uni<Admitted> admit(
            UUID id, @NotNull @Valid Tab body, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return admissions.ask(id, body, authorization).map(admission -> admitted(admission, body));
    }

    private Admitted admitted(Admission admission, Tab tab) {
        var binding =
                new ParticipantBinding(admission.sessionId(), admission.participantId(), admission.seat(), tab.tab());
        var subject = TokenSubject.participant(caller.get(), admission.displayName(), binding);
        var token = tab.early() ? tokens.issueEarly(subject) : tokens.issue(subject);
        return new Admitted(
                admission.participantId(), token.value(), token.expiresIn(), admission.seat(), admission.session());
    }
}
