package dev.remotesupport.signaling.socket;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.Outlet;
import dev.remotesupport.signaling.relay.Rate;
import dev.remotesupport.signaling.relay.RelayMeters;
import dev.remotesupport.signaling.relay.RelayRule;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One open socket and whoever is at its other end: sends within bounds, counts what comes, ends with a reason. It ends by
 * itself when no hello comes, and when its token does.
 */
public final class Client {

    private static final Logger LOG = Logger.getLogger(Client.class);

    private final String kind;
    private final WebSocketConnection socket;
    private final RelayMeters meters;
    private final Outlet outlet;
    private final Intake intake;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean greeted = new AtomicBoolean();
    private final Deadlines deadlines;
    private volatile Caller caller;
    private volatile String bearer;
    private volatile Consumer<String> onRestart = lane -> {};
    private volatile Uni<Void> ready = Uni.createFrom().voidItem();

    Client(
            String kind,
            WebSocketConnection socket,
            Vertx vertx,
            RelayMeters meters,
            Caller caller,
            String bearer,
            int largestFrame,
            Duration helloWithin) {
        this.kind = kind;
        this.socket = socket;
        this.meters = meters;
        this.intake = new Intake(largestFrame);
        this.outlet = new Outlet(socket::sendText, new SlowSocket());
        this.deadlines = new Deadlines(vertx, helloWithin, () -> close(Refusal.HELLO_MISSING, "Say hello first."));
        authorise(caller, bearer);
    }

    public Caller caller() {
        return caller;
    }

    /** What this client may show to other services as its own. */
    public String authorization() {
        return "Bearer " + bearer;
    }

    /** The client comes with a fresh token of its own. */
    public synchronized void authorise(Caller caller, String bearer) {
        this.caller = caller;
        this.bearer = bearer;
        deadlines.token(caller.expiresAt(), () -> close(Refusal.TOKEN_EXPIRED, "Renew it before its end."));
    }

    /** The hello came; false when it had come before. */
    public boolean greet() {
        deadlines.greeted();
        return greeted.compareAndSet(false, true);
    }

    public boolean isGreeted() {
        return greeted.get();
    }

    /** What must be over before the next message is worked on: the token's check, then the entering of the room. */
    public Uni<Void> ready() {
        return ready;
    }

    /** Lets messages wait for this, which happens once and never fails. */
    @CanIgnoreReturnValue
    public Uni<Void> readyAfter(Uni<Void> first) {
        ready = first.memoize().indefinitely();
        return ready;
    }

    /** Counts an arrived frame; false when there is too much, and the connection is closed. */
    public boolean accept(String frame) {
        intake.arrived(frame).ifPresent(refusal -> close(refusal, "Send less at once."));
        return isOpen();
    }

    /** The frame has been worked on. */
    public void done(String frame) {
        intake.done(frame);
    }

    /** Counts a message of a kind; false when it is one too many. Above their rate pointers are dropped, what peers
     * tell each other is refused, others close. */
    public boolean allow(RelayRule rule) {
        boolean allowed = intake.allows(rule);
        if (!allowed && rule.rate() == Rate.POINTER) {
            meters.dropped(rule);
        } else if (!allowed && rule.rate() == Rate.PEER) {
            refuse(Refusal.TOO_MANY, "Wait a moment.", rule);
        } else if (!allowed) {
            close(Refusal.FLOOD, "Too many " + rule.type() + ".");
        }
        return allowed;
    }

    /** The other end is alive. */
    public void heard() {
        intake.heard();
    }

    /** Whether anything was heard, be it the answer to a ping. A cut line says nothing, and does not say that it is cut. */
    public boolean wasHeardWithin(Duration time) {
        return !intake.isSilentFor(time);
    }

    /** Asks the other end for a sign of life; its browser answers by itself. */
    public void ping() {
        socket.sendPing(Buffer.buffer())
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("not pinged socket=%s", kind));
    }

    /** Ends the connection if nothing, not even the answer to a ping, was heard for so long: its line is cut. */
    void closeIfSilent(Duration longest) {
        if (intake.isSilentFor(longest)) {
            close(Refusal.SILENT, "Nothing was heard from you.");
        }
    }

    public void send(Frame frame) {
        outlet.send(frame);
    }

    public void send(SignalFromServer signal) {
        outlet.send(Frame.of(signal));
    }

    /** Hears of lanes that lost messages and must begin anew. */
    public void onRestart(Consumer<String> restart) {
        this.onRestart = restart;
    }

    public boolean isOpen() {
        return !closed.get() && socket.isOpen();
    }

    /** Tells the client that something was not done; the connection goes on. */
    public void refuse(Refusal refusal, String detail, RelayRule about) {
        UUID id = UUID.randomUUID();
        meters.refused(about);
        LOG.debugf("refused id=%s code=%s type=%s", id, refusal.code(), about.type());
        send(refusal.problem(id, detail, about.type()));
    }

    /** Ends the connection, having said why. Counted always, logged when it is the client's fault. */
    @CanIgnoreReturnValue
    public boolean close(Refusal refusal, String detail) {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        UUID id = UUID.randomUUID();
        meters.closed(kind, refusal.code());
        if (refusal.isFault()) {
            LOG.infof(
                    "connection closed id=%s socket=%s code=%s organisation=%s %s",
                    id, kind, refusal.code(), caller.organisation().orElse(null), whose());
        }
        if (refusal != Refusal.TOO_SLOW) {
            send(refusal.problem(id, detail, null));
        }
        deadlines.cancel();
        closeSocket(new CloseReason(refusal.closeCode().code(), refusal.code()));
        return true;
    }

    /** Ends the connection as the client wished. */
    public void leave() {
        if (closed.compareAndSet(false, true)) {
            meters.closed(kind, "left");
            deadlines.cancel();
            closeSocket(CloseReason.NORMAL);
        }
    }

    /** Something went wrong with the socket itself. That its line was cut is no more than {@link #gone}. */
    public void broke(Throwable failure) {
        if (!(failure instanceof HttpClosedException) && closed.compareAndSet(false, true)) {
            meters.closed(kind, "broken");
            LOG.infof(
                    "connection broken id=%s socket=%s failure=%s",
                    UUID.randomUUID(), kind, failure.getClass().getSimpleName());
            deadlines.cancel();
            closeSocket(CloseReason.INTERNAL_SERVER_ERROR);
        }
    }

    /** The socket is closed, by whomever. */
    public void gone() {
        closed.set(true);
        deadlines.cancel();
        outlet.close();
    }

    private String whose() {
        return caller.participant()
                .map(place -> "sessionId=%s participant=%s".formatted(place.sessionId(), place.participantId()))
                .orElse("");
    }

    private void closeSocket(CloseReason reason) {
        if (socket.isOpen()) {
            socket.close(reason).subscribe().with(done -> {}, failure -> LOG.debugf("already closed socket=%s", kind));
        }
    }

    private final class SlowSocket implements Outlet.Listener {

        @Override
        public void dropped(RelayRule rule) {
            meters.dropped(rule);
        }

        @Override
        public void restart(String lane) {
            onRestart.accept(lane);
        }

        @Override
        public void overflow(RelayRule rule) {
            close(Refusal.TOO_SLOW, "Reconnect on a better line.");
        }
    }
}
