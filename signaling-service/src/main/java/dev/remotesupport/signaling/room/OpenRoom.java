package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromClient.Hello;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.lease.Leases;
import dev.remotesupport.signaling.participant.Register;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** A room with its loop and its lease: what the rest of the replica talks to, from any thread. */
final class OpenRoom implements Closing {

    private static final Logger LOG = Logger.getLogger(OpenRoom.class);

    private final Lease lease;
    private final RoomParts parts;
    private final Leases leases;
    private final RoomLoop loop;
    private final Register register;
    private final Room room;
    private final AtomicBoolean closing = new AtomicBoolean();
    private Runnable onClose = () -> {};

    OpenRoom(Lease lease, Inheritance inheritance, RoomParts parts, Leases leases) {
        this.lease = lease;
        this.parts = parts;
        this.leases = leases;
        this.loop = new RoomLoop(parts.vertx);
        this.register = new Register(lease, parts.attendance, parts.browsers);
        var roll = new Roll(lease.session(), register, inheritance.leftBehind(), parts.config.returnWithin());
        this.room = new Room(lease, inheritance, loop, parts, roll, this);
    }

    void onClose(Runnable onClose) {
        this.onClose = onClose;
    }

    Lease lease() {
        return lease;
    }

    /** Asks session-service in the client's own name, then lets it in or not. */
    Uni<Void> join(Client client, Hello hello, Optional<String> userAgent) {
        return parts.sessions
                .admit(lease.session(), client.authorization())
                .emitOn(loop)
                .invoke(admission -> room.enter(client, hello, userAgent, admission))
                .replaceWithVoid();
    }

    /** Lets somebody at whom the call rings stand in front of the room; session-service has said so with the token. */
    Uni<Void> joinEarly(Client client, Hello hello, Optional<String> userAgent) {
        return onLoop(() -> room.enterEarly(client, new Doorstep.Knock(hello, userAgent)));
    }

    /** Whoever stands in front of the room and has another token may be let in. */
    Uni<Void> renewed(Client client) {
        return Uni.createFrom()
                .<Optional<Doorstep.Knock>>emitter(emitter -> loop.execute(() -> emitter.complete(room.knock(client))))
                .chain(knock -> knock.map(came -> join(client, came.hello(), came.userAgent()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Done when the room has worked on it. */
    Uni<Void> receive(Client client, SignalFromClient signal) {
        long arrived = System.nanoTime();
        return onLoop(() -> {
            room.receive(client, signal);
            if (RelayRule.of(signal).isRelayed()) {
                parts.meters.delay(System.nanoTime() - arrived);
            }
        });
    }

    private Uni<Void> onLoop(Runnable work) {
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        emitter.complete(null);
                    }
                }));
    }

    void gone(Client client) {
        loop.execute(() -> room.gone(client));
    }

    void sessionEvent(SessionEvent event) {
        loop.execute(() -> room.sessionEvent(event));
    }

    void callEvent(CallEvent event) {
        loop.execute(() -> room.callEvent(event));
    }

    void told(SessionEvent event) {
        loop.execute(() -> room.told(event));
    }

    void tick() {
        loop.execute(room::tick);
    }

    void leaseLost() {
        close(Refusal.SHUTTING_DOWN).subscribe().with(done -> {});
    }

    /** Closes the room for its clients, then lets another replica have it once everything is written. Never fails. */
    Uni<Void> close(Refusal why) {
        if (!closing.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> {
                    room.close(why);
                    onClose.run();
                    register.then(() -> leases.giveBack(lease)
                            .onFailure()
                            .invoke(failure -> LOG.infof("lease not given back sessionId=%s", lease.session()))
                            .onFailure()
                            .recoverWithNull()
                            .onTermination()
                            .invoke(() -> emitter.complete(null)));
                }));
    }

    @Override
    public void empty() {
        close(Refusal.MOVED).subscribe().with(done -> {});
    }

    @Override
    public void lost() {
        leaseLost();
    }

    @Override
    public void ended() {
        register.then(() -> parts.attendance.ended(lease.organisation(), lease.session()));
        close(Refusal.SESSION_ENDED).subscribe().with(done -> {});
    }
}
