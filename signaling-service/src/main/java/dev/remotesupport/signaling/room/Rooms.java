package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.Hello;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.lease.Claim;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.lease.Leases;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The rooms that this replica serves. */
@ApplicationScoped
public class Rooms {

    private static final Logger LOG = Logger.getLogger(Rooms.class);

    private final Leases leases;
    private final RoomParts parts;
    private final Map<UUID, OpenRoom> open = new ConcurrentHashMap<>();
    private final Map<UUID, Uni<Claim>> claims = new ConcurrentHashMap<>();
    private volatile boolean goingDown;

    @Inject
    Rooms(Leases leases, RoomParts parts, MeterRegistry registry) {
        this.leases = leases;
        this.parts = parts;
        Gauge.builder("remote_support.signaling.rooms", open, Map::size)
                .description("Rooms served by this replica")
                .register(registry);
    }

    /** Makes sure that this replica serves the session's room, or says who does. */
    Uni<Claim> claim(UUID organisation, UUID session) {
        if (goingDown) {
            return Uni.createFrom().failure(new IllegalStateException("going down"));
        }
        OpenRoom room = open.get(session);
        if (room != null && room.lease().isHeld()) {
            return Uni.createFrom().item(new Claim.Taken(room.lease()));
        }
        return claims.computeIfAbsent(
                session,
                id -> leases.take(organisation, session)
                        .call(this::open)
                        .onTermination()
                        .invoke(() -> claims.remove(session))
                        .memoize()
                        .indefinitely());
    }

    /** Brings a client into its room. Done when it is in, or refused. */
    Uni<Void> join(Client client, Hello hello, Optional<String> userAgent) {
        return toItsRoom(client, room -> room.join(client, hello, userAgent));
    }

    /** Brings a client in front of its room, at whom the session's call rings. Done when it is there, or refused. */
    Uni<Void> joinEarly(Client client, Hello hello, Optional<String> userAgent) {
        return toItsRoom(client, room -> room.joinEarly(client, hello, userAgent));
    }

    /** A client has a fresh token, and with it perhaps more rights. */
    Uni<Void> renewed(Client client) {
        return open.get(session(client)) instanceof OpenRoom room
                ? room.renewed(client)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> toItsRoom(Client client, Function<OpenRoom, Uni<Void>> entrance) {
        if (!client.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        var session = session(client);
        return claim(client.caller().organisationId(), session)
                .chain(claim -> switch (claim) {
                    case Claim.Taken taken ->
                        open.get(session) instanceof OpenRoom room ? entrance.apply(room) : moved(client);
                    case Claim.Elsewhere elsewhere -> moved(client);
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("not joined sessionId=%s failure=%s", session, failure);
                    client.close(goingDown ? Refusal.SHUTTING_DOWN : Refusal.AWAY, "Reconnect after a moment.");
                    return null;
                });
    }

    Uni<Void> receive(Client client, SignalFromClient signal) {
        return open.get(session(client)) instanceof OpenRoom room ? room.receive(client, signal) : moved(client);
    }

    void gone(Client client) {
        if (open.get(session(client)) instanceof OpenRoom room) {
            room.gone(client);
        }
    }

    void hear(@Observes Event event) {
        if (event instanceof CallEvent change) {
            if (open.get(change.sessionId()) instanceof OpenRoom room) {
                room.callEvent(change);
            }
        } else if (event instanceof SessionEvent change) {
            if (open.get(change.sessionId()) instanceof OpenRoom room) {
                room.sessionEvent(change);
            } else if (change instanceof SessionEnded) {
                parts.attendance
                        .ended(change.organisation(), change.sessionId())
                        .subscribe()
                        .with(done -> {}, failure -> LOG.debugf("end not noted sessionId=%s", change.sessionId()));
            }
        }
    }

    /** Works on the event if the session's room is open here or nowhere; else answers where it is. */
    Uni<Optional<String>> hear(SessionEvent event) {
        if (open.get(event.sessionId()) instanceof OpenRoom room && room.lease().isHeld()) {
            room.told(event);
            return Uni.createFrom().item(Optional.empty());
        }
        return leases.ownerOf(event.organisation(), event.sessionId());
    }

    boolean isOpen(UUID session) {
        return open.containsKey(session);
    }

    void tick() {
        open.values().forEach(OpenRoom::tick);
    }

    /** Gives all rooms to the other replicas, which are asked at the clients' next try. */
    Uni<Void> closeAll() {
        goingDown = true;
        List<Uni<Void>> closings = open.values().stream()
                .map(room -> room.close(Refusal.SHUTTING_DOWN))
                .toList();
        return closings.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(closings).andCollectFailures().replaceWithVoid();
    }

    /** Without the room's inheritance nobody comes in: consent withdrawn earlier must not count again. */
    private Uni<Void> open(Claim claim) {
        if (!(claim instanceof Claim.Taken(Lease lease))) {
            return Uni.createFrom().voidItem();
        }
        return Uni.combine()
                .all()
                .unis(
                        parts.withdrawals.of(lease),
                        parts.attendance.leftBehind(lease),
                        parts.iceServers.of(lease.organisation()))
                .with(Inheritance::new)
                .invoke(inheritance -> {
                    var room = new OpenRoom(lease, inheritance, parts, leases);
                    room.onClose(() -> open.remove(lease.session(), room));
                    open.put(lease.session(), room);
                    leases.keep(lease, room::leaseLost);
                })
                .onFailure()
                .call(failure -> leases.giveBack(lease).onFailure().recoverWithNull())
                .replaceWithVoid();
    }

    private static Uni<Void> moved(Client client) {
        client.close(Refusal.MOVED, "Reconnect at once.");
        return Uni.createFrom().voidItem();
    }

    private static UUID session(Client client) {
        return client.caller()
                .participant()
                .map(Caller.ParticipantBinding::sessionId)
                .orElseThrow();
    }
}
