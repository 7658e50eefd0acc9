package dev.remotesupport.signaling.ice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.signal.IcePolicy;
import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which servers the calls of an organisation find their way, and whether they answer. */
@Path("/api/ice-servers")
@Authenticated
@Tag(name = "ICE servers")
class IceServersResource {

    /** Long enough to try each server once; coturn lets no new relay begin after it. */
    private static final Duration TRIAL = Duration.ofMinutes(1);

    private static final String CHANGE = """
            {"stun": ["stun:turn.example.com:3478"], "turn": ["turn:turn.example.com:3478?transport=udp",
             "turns:turn.example.com:5349"], "policy": "relay", "secret": "9f2c61b0d4e84f7aa3b5"}""";
    private static final String OWN = """
            {"own": true, "stun": ["stun:turn.example.com:3478"], "turn": ["turn:turn.example.com:3478?transport=udp",
             "turns:turn.example.com:5349"], "policy": "relay", "secretKept": true, "changedAt": "2026-11-27T09:14:00Z"}""";
    private static final String CREDENTIALS = """
            {"servers": [{"urls": ["stun:turn.example.com:3478"]}, {"urls": ["turn:turn.example.com:3478?transport=udp"],
             "username": "1764324000:6f1b4f0a-0a8b-4a52-9d5e-2f6f3c1f7a10", "credential": "x0p1Vx0bH1gkGq7yT3T0sQ0Jt2E="}],
             "policy": "all", "expiresAt": "2026-11-27T09:15:00Z"}""";
    private static final String NOT_ALLOWED = """
            {"type": "https://remote-support.dev/problems/servers-not-allowed",
             "title": "These servers cannot be used like this.", "status": 400, "code": "servers-not-allowed",
             "detail": "Relays alone need at least one TURN server.", "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b61"}""";
    private static final String OFF = """
            {"type": "https://remote-support.dev/problems/secrets-off",
             "title": "This installation keeps no secrets of TURN servers.", "status": 409, "code": "secrets-off",
             "detail": "The operator has not set remote-support.signaling.encryption-key.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b62"}""";

    private final IceServers servers;
    private final IceSettingsStore store;
    private final CurrentCaller caller;

    IceServersResource(IceServers servers, IceSettingsStore store, CurrentCaller caller) {
        this.servers = servers;
        this.store = store;
        this.caller = caller;
    }

    /**
     * The servers that count. Their secret is never told.
     *
     * @param own false where the installation's count
     * @param changedAt null where they are the installation's
     */
    @Schema(name = "IceServersView")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IceView(
            boolean own,
            List<String> stun,
            List<String> turn,
            IcePolicy policy,
            boolean secretKept,
            Instant changedAt) {

        static IceView of(IceSettings settings) {
            return new IceView(
                    true,
                    settings.stun(),
                    settings.turn(),
                    settings.policy(),
                    settings.secret().isPresent(),
                    settings.changedAt().orElse(null));
        }

        static IceView of(IceOffer installation) {
            return new IceView(
                    false,
                    installation.stun(),
                    installation.turn(),
                    installation.policy(),
                    installation.secret().isPresent(),
                    null);
        }
    }

    /** What to try the servers with, once and soon. */
    @Schema(name = "IceServersTrial")
    record Trial(List<IceServer> servers, IcePolicy policy, Instant expiresAt) {}

    @GET
    @Operation(
            operationId = "getIceServers",
            summary = "The STUN and TURN servers of the organisation's calls",
            description = "Its own, or the installation's where it has set none.")
    @APIResponse(
            responseCode = "200",
            description = "The servers, without their secret.",
            content = @Content(schema = @Schema(implementation = IceView.class), examples = @ExampleObject(OWN)))
    public Uni<IceView> get() {
        return store.find(caller.get().organisationId())
                .map(found -> found.map(IceView::of).orElseGet(() -> IceView.of(servers.installation())));
    }

    @PUT
    @Operation(
            operationId = "setIceServers",
            summary = "Set the organisation's own STUN and TURN servers",
            description = """
                    They count in place of the installation's, for everybody who takes part in a call from now on, and within a
                    minute for who does already. The secret is kept encrypted and never told; left out, the one that is kept
                    stays. The policy relay lets calls through TURN servers alone, so that nobody learns the other's address.""")
    @RequestBody(content = @Content(examples = @ExampleObject(CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "As they are now.",
            content = @Content(schema = @Schema(implementation = IceView.class), examples = @ExampleObject(OWN)))
    @APIResponse(
            responseCode = "400",
            description = "invalid, servers-not-allowed: it says why.",
            content = @Content(examples = @ExampleObject(NOT_ALLOWED)))
    @APIResponse(responseCode = "409", description = "secrets-off", content = @Content(examples = @ExampleObject(OFF)))
    public Uni<IceView> change(@Valid @NotNull IceChange body) {
        var organisation = caller.get().organisationId();
        return store.change(organisation, body, caller.get().id())
                .invoke(() -> servers.forget(organisation))
                .map(IceView::of);
    }

    @DELETE
    @Operation(
            operationId = "removeIceServers",
            summary = "Go back to the installation's servers",
            description = "Forgets the organisation's own with their secret.")
    @APIResponse(responseCode = "204", description = "They are forgotten, or there were none.")
    public Uni<Void> remove() {
        var organisation = caller.get().organisationId();
        return store.remove(organisation).invoke(() -> servers.forget(organisation));
    }

    @POST
    @Path("/trial")
    @Operation(
            operationId = "tryIceServers",
            summary = "Credentials for a minute, to try servers before they are saved",
            description =
                    "Made with the secret in the body or, where there is none, the one that is kept. Nothing is stored.")
    @RequestBody(content = @Content(examples = @ExampleObject(CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "What to give a browser.",
            content = @Content(schema = @Schema(implementation = Trial.class), examples = @ExampleObject(CREDENTIALS)))
    @APIResponse(
            responseCode = "400",
            description = "invalid, servers-not-allowed",
            content = @Content(examples = @ExampleObject(NOT_ALLOWED)))
    public Uni<Trial> trial(@Valid @NotNull IceChange body) {
        return store.find(caller.get().organisationId())
                .map(stored -> servers.offer(IceSettings.changed(body, stored)))
                .map(this::trial);
    }

    @POST
    @Path("/check")
    @Operation(
            operationId = "checkIceServers",
            summary = "Credentials for a minute, to check the own computer before a call",
            description = "For the staff; customers have their own from the session that they take part in.")
    @APIResponse(
            responseCode = "200",
            description = "What to give a browser.",
            content = @Content(schema = @Schema(implementation = Trial.class), examples = @ExampleObject(CREDENTIALS)))
    public Uni<Trial> check() {
        return servers.of(caller.get().organisationId()).map(this::trial);
    }

    private Trial trial(IceOffer offer) {
        var now = Instant.now();
        var made = offer.lasting(TRIAL).to(caller.get().id(), now);
        return new Trial(made.servers(), Optional.ofNullable(made.policy()).orElse(IcePolicy.ALL), now.plus(TRIAL));
    }
}
