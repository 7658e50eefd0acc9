package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.grant.GrantResource.GrantView;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** What the relay asks and tells with a participant's token. The gateway never passes these routes on. */
@Path("/internal/sessions/{id}")
@Tag(name = "Internal")
public class RoomResource {

    private final CurrentCaller caller;
    private final OpenSession open;
    private final GrantStore grants;
    private final Calls calls;
    private final GiveGrant give;
    private final RevokeGrant revoke;

    RoomResource(
            CurrentCaller caller,
            OpenSession open,
            GrantStore grants,
            Calls calls,
            GiveGrant give,
            RevokeGrant revoke) {
        this.caller = caller;
        this.open = open;
        this.grants = grants;
        this.calls = calls;
        this.give = give;
        this.revoke = revoke;
    }

    /**
     * What a room starts from: where its session stands, the grants in force, and its call.
     *
     * @param call one that waits, rings or is active, or null
     */
    public record Room(
            UUID sessionId,
            UUID organisation,
            SessionState state,
            long version,
            List<GrantView> grants,
            RoomCall call) {}

    /** How a call stands, as its room needs it; what is not known is null. */
    public record RoomCall(
            UUID id, CallState state, long version, UUID staffId, Seat ringsAt, Instant expiresAt, Instant answeredAt) {

        static RoomCall of(Call call) {
            return new RoomCall(
                    call.id(),
                    call.state(),
                    call.version(),
                    call.staff().orElse(null),
                    call.ring().map(Call.Ring::at).orElse(null),
                    call.ring().map(Call.Ring::expiresAt).orElse(null),
                    call.times().answeredAt().orElse(null));
        }
    }

    /**
     * What the customer allows.
     *
     * @param ttlSeconds as configured when null
     */
    public record Allowance(
            @NotNull Capability capability,
            UUID askedBy,
            @Min(1) @Max(604_800) Long ttlSeconds) {

        Wanted wanted() {
            return new Wanted(
                    capability,
                    Optional.ofNullable(askedBy),
                    Optional.ofNullable(ttlSeconds).map(Duration::ofSeconds));
        }
    }

    @GET
    @Path("/room")
    @RolesAllowed("participant")
    @Operation(
            hidden = true,
            operationId = "getRoom",
            summary = "Where a session stands and what its customer allows now")
    public Uni<Room> room(UUID id) {
        return open.toRead(
                caller.get(),
                id,
                (connection, session) -> !GrantPolicy.mayEnter(session, caller.get())
                        ? Uni.createFrom()
                                .failure(new ProblemException(SessionProblem.NOT_YOUR_SESSION, "Ask a lead for it."))
                        : room(connection, session));
    }

    private Uni<Room> room(SqlConnection connection, Session session) {
        return grants.inForce(connection, session.id())
                .chain(inForce -> calls.openOf(connection, List.of(session.id()))
                        .map(open -> new Room(
                                session.id(),
                                session.organisation(),
                                session.state(),
                                session.version(),
                                inForce.stream().map(GrantView::of).toList(),
                                open.stream().findFirst().map(RoomCall::of).orElse(null))));
    }

    @POST
    @Path("/grants")
    @ResponseStatus(201)
    @RolesAllowed("participant")
    @Operation(
            hidden = true,
            operationId = "giveGrant",
            summary = "Store what the customer allows, for 60 minutes unless said otherwise")
    public Uni<GrantView> give(UUID id, @NotNull @Valid Allowance body) {
        return give.give(caller.get(), id, body.wanted()).map(GrantView::of);
    }

    @DELETE
    @Path("/grants/{capability}")
    @RolesAllowed("participant")
    @Operation(hidden = true, operationId = "revokeGrant", summary = "Take a grant back, or give it back")
    public Uni<Void> revoke(UUID id, CapabilityName capability) {
        return revoke.revoke(caller.get(), id, capability.value());
    }

    /** A capability in a path; any other word is not found. */
    public record CapabilityName(Capability value) {

        public static CapabilityName valueOf(String wire) {
            return new CapabilityName(Capability.of(wire));
        }
    }
}
