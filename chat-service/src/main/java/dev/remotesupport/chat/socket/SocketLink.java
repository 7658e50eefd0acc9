package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.chat.room.Subscriber;
import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The way back to one client: frames, and at last one close with its reason. */
final class SocketLink implements Subscriber {

    private static final Logger LOG = Logger.getLogger(SocketLink.class);

    private final WebSocketConnection connection;
    private final UUID session;
    private final UUID participant;
    private final MeterRegistry meters;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile Runnable onDoubt = () -> {};

    SocketLink(WebSocketConnection connection, UUID session, UUID participant, MeterRegistry meters) {
        this.connection = connection;
        this.session = session;
        this.participant = participant;
        this.meters = meters;
    }

    /** Fails when the client is gone. */
    private Uni<Void> send(ChatFromServer frame) {
        return connection.sendText(FrameJson.write(frame));
    }

    /** Completes in any case: that a client is gone is reported by its close. */
    Uni<Void> reply(ChatFromServer frame) {
        return send(frame).onFailure().recoverWithNull();
    }

    @Override
    public Uni<Void> messages(List<ChatMessage> messages, long last, long through) {
        return send(new ChatFromServer.ChatMessages(messages, last, through));
    }

    @Override
    public Uni<Void> ended() {
        return send(new ChatFromServer.ChatEnded());
    }

    @Override
    public Uni<Void> progress(Seat seat, Mark mark) {
        return send(new ChatFromServer.ChatProgress(seat, mark.delivered(), mark.read()));
    }

    @Override
    public Uni<Void> typing(Seat seat, String name) {
        return send(new ChatFromServer.ChatTyping(seat, name));
    }

    @Override
    public void expelled() {
        close(CloseCode.FORBIDDEN, "somebody else has the conversation now, or nobody");
    }

    void onDoubt(Runnable asking) {
        onDoubt = asking;
    }

    @Override
    public void doubted() {
        onDoubt.run();
    }

    boolean isClosed() {
        return closing.get() || connection.isClosed();
    }

    /** Closes once; why goes to the client, the log and the metrics. */
    void close(CloseCode why, String detail) {
        if (!closing.compareAndSet(false, true) || connection.isClosed()) {
            return;
        }
        meters.counter("remote_support.chat.closed", "reason", why.reason()).increment();
        LOG.infof(
                "chat socket closed sessionId=%s participant=%s code=%d reason=%s id=%s detail=%s",
                session, participant, why.code(), why.reason(), UUID.randomUUID(), detail);
        var unused = connection
                .close(new CloseReason(why.code(), why.reason()))
                .subscribe()
                .with(closed -> {}, gone -> {});
    }
}
