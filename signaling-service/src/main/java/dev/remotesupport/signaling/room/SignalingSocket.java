package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.FrameException;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Clients;
import dev.remotesupport.signaling.socket.Refusal;
import dev.remotesupport.signaling.socket.UsedTokens;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** {@code /ws/signaling}: one connection of a participant, into its session's room and no other. */
@WebSocket(
        path = "/ws/signaling",
        endpointId = SignalingSocket.ENDPOINT,
        // In order all the same, by the room's loop; but counted as they come, so that no queue grows unseen.
        inboundProcessingMode = InboundProcessingMode.CONCURRENT)
@RolesAllowed({"participant", Callers.EARLY})
class SignalingSocket {

    static final String ENDPOINT = "signaling";

    private static final Logger LOG = Logger.getLogger(SignalingSocket.class);

    private final Clients clients;
    private final UsedTokens usedTokens;
    private final Rooms rooms;
    private final SecurityIdentity identity;

    @Inject
    SignalingSocket(Clients clients, UsedTokens usedTokens, Rooms rooms, SecurityIdentity identity) {
        this.clients = clients;
        this.usedTokens = usedTokens;
        this.rooms = rooms;
        this.identity = identity;
    }

    @OnOpen
    Uni<Void> opened(WebSocketConnection socket) {
        var client =
                clients.opened(ENDPOINT, socket, (JsonWebToken) identity.getPrincipal(), Limits.SIGNAL_FRAME_BYTES);
        return client.readyAfter(usedTokens
                .use(client.caller())
                .invoke(first -> {
                    if (!first) {
                        client.close(Refusal.REPLAYED, "Fetch a new one.");
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    client.close(Refusal.AWAY, "Reconnect after a moment.");
                    return null;
                }));
    }

    @OnTextMessage
    Uni<Void> message(String frame, WebSocketConnection socket) {
        Client client = Clients.of(socket);
        Optional<SignalFromClient> decoded = client.accept(frame) ? decode(client, frame) : Optional.empty();
        return decoded.map(signal -> pass(client, signal, socket))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> client.done(frame));
    }

    @OnPongMessage
    void pong(Buffer nothing, WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(Client::heard);
    }

    @OnClose
    void closed(WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(rooms::gone);
        clients.closed(ENDPOINT, socket);
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection socket) {
        LOG.debugf("socket failed failure=%s", failure);
        Optional.ofNullable(Clients.of(socket)).ifPresent(client -> client.broke(failure));
    }

    private static Optional<SignalFromClient> decode(Client client, String frame) {
        try {
            return Optional.of(FrameJson.read(frame, SignalFromClient.class));
        } catch (FrameException e) {
            client.close(
                    e.closeCode() == CloseCode.UNEXPECTED ? Refusal.UNKNOWN_TYPE : Refusal.MALFORMED, e.getMessage());
            return Optional.empty();
        }
    }

    private Uni<Void> pass(Client client, SignalFromClient signal, WebSocketConnection socket) {
        if (!client.allow(RelayRule.of(signal))) {
            return Uni.createFrom().voidItem();
        }
        return switch (signal) {
            case SignalFromClient.Hello hello -> greet(client, hello, socket);
            case SignalFromClient other
            when !client.isGreeted() -> {
                client.close(Refusal.HELLO_MISSING, "Say hello first.");
                yield Uni.createFrom().voidItem();
            }
            case SignalFromClient.TokenRenew renew ->
                clients.renew(client, renew.token())
                        .chain(renewed ->
                                renewed ? renewed(client) : Uni.createFrom().voidItem());
            default -> client.ready().chain(() -> rooms.receive(client, signal));
        };
    }

    private Uni<Void> renewed(Client client) {
        client.send(new SignalFromServer.TokenRenewed(client.caller().expiresAt()));
        Uni<Void> entered = client.ready();
        return client.readyAfter(entered.chain(() -> rooms.renewed(client)));
    }

    private Uni<Void> greet(Client client, SignalFromClient.Hello hello, WebSocketConnection socket) {
        if (!client.greet()) {
            client.close(Refusal.SECOND_HELLO, "It came before.");
        } else if (!Protocol.speaks(hello.protocol())) {
            client.close(Refusal.PROTOCOL, "Load the newest script.");
        } else {
            var userAgent = Optional.ofNullable(socket.handshakeRequest().header("User-Agent"));
            Uni<Void> tokenChecked = client.ready();
            return client.readyAfter(tokenChecked.chain(() -> identity.hasRole(Callers.EARLY)
                    ? rooms.joinEarly(client, hello, userAgent)
                    : rooms.join(client, hello, userAgent)));
        }
        return Uni.createFrom().voidItem();
    }
}
