package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.FrameException;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.console.ConsoleFromClient;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.signaling.relay.Frame;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Client;
import dev.remotesupport.signaling.socket.Clients;
import dev.remotesupport.signaling.socket.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
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

/** {@code /ws/console}: tells a member of the staff what changes in the organisation. */
@WebSocket(path = "/ws/console", endpointId = ConsoleSocket.ENDPOINT)
@RolesAllowed("staff")
class ConsoleSocket {

    static final String ENDPOINT = "console";

    private final Clients clients;
    private final Consoles consoles;
    private final Presence presence;
    private final SecurityIdentity identity;

    @Inject
    ConsoleSocket(Clients clients, Consoles consoles, Presence presence, SecurityIdentity identity) {
        this.clients = clients;
        this.consoles = consoles;
        this.presence = presence;
        this.identity = identity;
    }

    @OnOpen
    void opened(WebSocketConnection socket) {
        var client = clients.opened(ENDPOINT, socket, (JsonWebToken) identity.getPrincipal(), Limits.CHAT_FRAME_BYTES);
        if (client.caller().organisation().isEmpty()) {
            client.close(Refusal.TOKEN_INVALID, "It is of no organisation.");
        }
    }

    @OnTextMessage
    Uni<Void> message(String frame, WebSocketConnection socket) {
        Client client = Clients.of(socket);
        if (client.accept(frame)) {
            client.done(frame);
            if (client.allow(RelayRule.CONSOLE)) {
                return decode(client, frame).map(said -> hear(client, said)).orElseGet(ConsoleSocket::done);
            }
        }
        return done();
    }

    @OnPongMessage
    void pong(Buffer nothing, WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(Client::heard);
    }

    @OnClose
    void closed(WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(consoles::remove);
        clients.closed(ENDPOINT, socket);
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(client -> client.broke(failure));
    }

    private static Optional<ConsoleFromClient> decode(Client client, String frame) {
        try {
            return Optional.of(FrameJson.read(frame, ConsoleFromClient.class));
        } catch (FrameException e) {
            client.close(
                    e.closeCode() == CloseCode.UNEXPECTED ? Refusal.UNKNOWN_TYPE : Refusal.MALFORMED, e.getMessage());
            return Optional.empty();
        }
    }

    private Uni<Void> hear(Client client, ConsoleFromClient said) {
        return switch (said) {
            case ConsoleFromClient.Hello hello -> greet(client, hello);
            case ConsoleFromClient other
            when !client.isGreeted() -> {
                client.close(Refusal.HELLO_MISSING, "Say hello first.");
                yield done();
            }
            case ConsoleFromClient.Ping ping -> {
                client.send(frame(new ConsoleFromServer.Pong()));
                yield done();
            }
            case ConsoleFromClient.TokenRenew renew ->
                clients.renew(client, renew.token())
                        .invoke(renewed -> {
                            if (renewed) {
                                client.send(frame(new ConsoleFromServer.TokenRenewed(
                                        client.caller().expiresAt())));
                            }
                        })
                        .replaceWithVoid();
        };
    }

    private Uni<Void> greet(Client client, ConsoleFromClient.Hello hello) {
        if (!client.greet()) {
            client.close(Refusal.SECOND_HELLO, "It came before.");
        } else if (!Protocol.speaks(hello.protocol())) {
            client.close(Refusal.PROTOCOL, "Load the newest page.");
        } else {
            client.send(frame(new ConsoleFromServer.Welcome(Protocol.VERSION)));
            consoles.add(client);
            presence.opened(client.caller().organisationId());
        }
        return done();
    }

    /** An answer to one console: nothing of it may be missing. */
    private static Frame frame(ConsoleFromServer said) {
        return new Frame(RelayRule.CONSOLE, "", true, FrameJson.write(said));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
