package dev.remotesupport.signaling.room;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.signaling.lease.Claim;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Decides before the upgrade whether this replica serves the session's room. If another one does, the answer is 421 with
 * its address, and the gateway asks there.
 */
@ApplicationScoped
class RoomDoor implements HttpUpgradeCheck {

    private static final Logger LOG = Logger.getLogger(RoomDoor.class);
    static final String ROOM_OWNER = "X-Room-Owner";

    private final Rooms rooms;

    @Inject
    RoomDoor(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return SignalingSocket.ENDPOINT.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity().chain(this::decide);
    }

    private Uni<CheckResult> decide(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return CheckResult.rejectUpgrade(401);
        }
        Caller caller = Callers.from(token);
        if (caller.participant().isEmpty() || caller.organisation().isEmpty()) {
            return CheckResult.rejectUpgrade(403);
        }
        return rooms.claim(caller.organisationId(), caller.participant().get().sessionId())
                .map(claim -> switch (claim) {
                    case Claim.Taken taken -> CheckResult.permitUpgradeSync();
                    case Claim.Elsewhere(var owner) ->
                        CheckResult.rejectUpgradeSync(421, Map.of(ROOM_OWNER, List.of(owner)));
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "room not claimed sessionId=%s failure=%s",
                            caller.participant().get().sessionId(), failure);
                    return CheckResult.rejectUpgradeSync(503, Map.of("Retry-After", List.of("1")));
                });
    }
}
