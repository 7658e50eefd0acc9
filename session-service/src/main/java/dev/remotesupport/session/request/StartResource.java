package dev.remotesupport.session.request;

import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.lifecycle.SessionView;
import dev.remotesupport.session.request.StartSession.Started;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Asking for help. */
@Path("/api")
@Authenticated
@Tag(name = "Sessions")
public class StartResource {

    private final CurrentCaller caller;
    private final StartSession startSession;

    StartResource(CurrentCaller caller, StartSession startSession) {
        this.caller = caller;
        this.startSession = startSession;
    }

    /** The answer to a chat's start. */
    @Schema(name = "ChatStarted")
    public record ChatStarted(UUID sessionId, SessionView session) {

        static ChatStarted of(Started started) {
            return new ChatStarted(started.session().id(), SessionView.of(started.session()));
        }
    }

    @POST
    @Path("/support/chat/start")
    @Operation(operationId = "startChat", summary = "Ask for help by chat", description = """
                    Begins a session and lets it wait in the queue. Whoever has an open session already gets that one, with 200.
                    A customer can only name himself or herself; what a visitor says is kept as claimed; staff and API keys may
                    name any customer of the organisation.""")
    @APIResponse(
            responseCode = "201",
            description = "A new session waits.",
            content = @Content(schema = @Schema(implementation = ChatStarted.class)))
    @APIResponse(
            responseCode = "200",
            description = "The session that was open already.",
            content = @Content(schema = @Schema(implementation = ChatStarted.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-permitted, not-your-identity")
    @APIResponse(responseCode = "409", description = "already-assigned: a colleague is helping this customer.")
    public Uni<RestResponse<ChatStarted>> startChat(@NotNull @Valid ChatStart body) {
        return startSession
                .start(
                        caller.get(),
                        body.naming(),
                        Opening.of(body, caller.get().site()))
                .map(started -> answer(started, ChatStarted.of(started)));
    }

    @POST
    @Path("/sessions")
    @Operation(
            operationId = "startSession",
            summary = "Begin a session for a customer",
            description = "The customer's open session, if there is one, is answered with 200 instead.")
    @APIResponse(
            responseCode = "201",
            description = "A new session waits.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The session that was open already.",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed")
    @APIResponse(responseCode = "403", description = "not-permitted")
    @APIResponse(responseCode = "409", description = "already-assigned: a colleague is helping this customer.")
    public Uni<RestResponse<SessionView>> startSession(@NotNull @Valid SessionStart body) {
        return startSession
                .start(
                        caller.get(),
                        body.naming(),
                        Opening.of(body, caller.get().site()))
                .map(started -> answer(started, SessionView.of(started.session())));
    }

    private static <T> RestResponse<T> answer(Started started, T body) {
        return ResponseBuilder.create(started.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK, body)
                .build();
    }
}
