package dev.remotesupport.gateway.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.connect.Guests.Met;
import dev.remotesupport.gateway.token.AccessTokens;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the connect page turns a technician's code into a session. */
@Path("/api/connect")
@Tag(name = "Invitations")
class ConnectResource {

    private static final String CODE = """
            {"code": "7K3M-9QXD", "name": "Grace"}""";
    private static final String CONNECTED = """
            {"visitorId": "5f1f1c86-2b0e-4c57-9a53-9a0d6a3f4f10", "visitorKey": "n5Jw0sQz8yY2tqvX5jM1uKc9WbE4rT7h",
             "accessToken": "eyJ...", "expiresIn": 300, "name": "Grace", "kind": "visitor",
             "sessionId": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11", "staffName": "Ada Lovelace",
             "site": {"id": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c13", "name": "Fernway", "maskSelectors": [],
             "guardSelectors": [], "liveVisitors": false}}""";
    private static final String UNKNOWN = """
            {"type": "https://remote-support.dev/problems/code-unknown", "title": "There is no such code.", "status": 404,
             "code": "code-unknown", "detail": "Look at it again: eight letters and digits.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b51"}""";
    private static final String USED = """
            {"type": "https://remote-support.dev/problems/code-used", "title": "This code has been used.", "status": 410,
             "code": "code-used", "detail": "Ask for a new one.", "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b52"}""";
    private static final String TOO_MANY = """
            {"type": "https://remote-support.dev/problems/too-many-requests", "title": "Too many requests.", "status": 429,
             "code": "too-many-requests", "detail": "Slow down, then try again.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b53"}""";

    private final Guests guests;
    private final AccessTokens tokens;

    ConnectResource(Guests guests, AccessTokens tokens) {
        this.guests = guests;
        this.tokens = tokens;
    }

    /**
     * A code, or the key of an earlier answer.
     *
     * @param name how the customer wants to be called
     */
    @Schema(name = "Connecting")
    record Connecting(
            @Size(max = 64) String code,
            @Size(max = 64) String visitorKey,
            @Size(max = Limits.NAME) String name) {}

    /** @param sessionId the session that the code opened; null for a key */
    @Schema(name = "Connected")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Connected(
            UUID visitorId,
            String visitorKey,
            String accessToken,
            long expiresIn,
            String name,
            CallerKind kind,
            UUID sessionId,
            String staffName,
            Place site) {}

    /** In place of the site that a visitor comes from: who helps. A page of ours has nothing to hide or to announce. */
    @Schema(name = "ConnectPlace")
    record Place(UUID id, String name, List<String> maskSelectors, List<String> guardSelectors, boolean liveVisitors) {}

    @POST
    @PermitAll
    @Operation(
            operationId = "connect",
            summary = "Connects with a code, or renews the token of who has",
            description = """
                    A code works once and for minutes only; wrong ones are rationed by address. The key renews the token while
                    the session goes on.""")
    @RequestBody(content = @Content(examples = @ExampleObject(CODE)))
    @APIResponse(
            responseCode = "200",
            description = "A token for the next minutes.",
            content =
                    @Content(schema = @Schema(implementation = Connected.class), examples = @ExampleObject(CONNECTED)))
    @APIResponse(responseCode = "401", description = "guest-unknown")
    @APIResponse(
            responseCode = "404",
            description = "code-unknown",
            content = @Content(examples = @ExampleObject(UNKNOWN)))
    @APIResponse(
            responseCode = "410",
            description = "code-used, code-expired",
            content = @Content(examples = @ExampleObject(USED)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests",
            content = @Content(examples = @ExampleObject(TOO_MANY)))
    public Uni<Connected> connect(@NotNull @Valid Connecting body) {
        if (body.visitorKey() != null) {
            return guests.again(body.visitorKey()).map(this::connected);
        }
        if (body.code() == null || body.code().isBlank()) {
            throw new ProblemException(PlatformProblem.INVALID, "Send a code or a visitorKey.");
        }
        return guests.enter(body.code(), Optional.ofNullable(body.name())).map(this::connected);
    }

    private Connected connected(Met met) {
        var token = tokens.issue(met.guest().tokenSubject());
        return new Connected(
                met.guest().id,
                met.key(),
                token.value(),
                token.expiresIn(),
                met.guest().name,
                CallerKind.VISITOR,
                met.opened().map(Guests.Opened::sessionId).orElse(null),
                met.opened().map(Guests.Opened::staffName).orElse(null),
                new Place(met.guest().organisationId, met.organisation(), List.of(), List.of(), false));
    }
}
