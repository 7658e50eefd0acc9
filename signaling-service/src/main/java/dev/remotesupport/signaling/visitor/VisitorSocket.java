package dev.remotesupport.signaling.visitor;

import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.FrameException;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.visitor.VisitorFromClient;
import dev.remotesupport.contracts.visitor.VisitorFromServer;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.participant.Browsers;
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
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** {@code /ws/visitor}: one connection of each open page, which hears when a technician asks for a look. */
@WebSocket(path = "/ws/visitor", endpointId = VisitorSocket.ENDPOINT)
@RolesAllowed({"visitor", "customer"})
class VisitorSocket {

    static final String ENDPOINT = "visitor";

    private static final TypedKey<Visit> VISIT = new TypedKey<>("visit");
    private static final int PLACE = 80;

    private final Clients clients;
    private final Visits visits;
    private final AccessRequests requests;
    private final Browsers browsers;
    private final SignalingConfig config;
    private final SecurityIdentity identity;

    @Inject
    VisitorSocket(
            Clients clients,
            Visits visits,
            AccessRequests requests,
            Browsers browsers,
            SignalingConfig config,
            SecurityIdentity identity) {
        this.clients = clients;
        this.visits = visits;
        this.requests = requests;
        this.browsers = browsers;
        this.config = config;
        this.identity = identity;
    }

    @OnOpen
    void opened(WebSocketConnection socket) {
        var client = clients.opened(ENDPOINT, socket, (JsonWebToken) identity.getPrincipal(), Limits.CHAT_FRAME_BYTES);
        var caller = client.caller();
        if (caller.site().isEmpty()
                || caller.organisation().isEmpty()
                || caller.participant().isPresent()) {
            client.close(Refusal.TOKEN_INVALID, "Use the access token of a site's visitor.");
        } else if (visits.isFull()) {
            client.close(Refusal.AWAY, "Come back later.");
        }
    }

    @OnTextMessage
    Uni<Void> message(String frame, WebSocketConnection socket) {
        Client client = Clients.of(socket);
        if (client.accept(frame)) {
            client.done(frame);
            if (client.allow(RelayRule.VISITOR)) {
                return decode(client, frame)
                        .map(said -> hear(client, socket, said))
                        .orElseGet(VisitorSocket::done);
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
        Optional.ofNullable(socket.userData().get(VISIT)).ifPresent(visits::left);
        clients.closed(ENDPOINT, socket);
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection socket) {
        Optional.ofNullable(Clients.of(socket)).ifPresent(client -> client.broke(failure));
    }

    private static Optional<VisitorFromClient> decode(Client client, String frame) {
        try {
            return Optional.of(FrameJson.read(frame, VisitorFromClient.class));
        } catch (FrameException e) {
            client.close(
                    e.closeCode() == CloseCode.UNEXPECTED ? Refusal.UNKNOWN_TYPE : Refusal.MALFORMED, e.getMessage());
            return Optional.empty();
        }
    }

    private Uni<Void> hear(Client client, WebSocketConnection socket, VisitorFromClient said) {
        return switch (said) {
            case VisitorFromClient.Hello hello -> greet(client, socket, hello);
            case VisitorFromClient other
            when !client.isGreeted() -> {
                client.close(Refusal.HELLO_MISSING, "Say hello first.");
                yield done();
            }
            case VisitorFromClient.Ping ping -> {
                client.send(frame(new VisitorFromServer.Pong()));
                yield done();
            }
            case VisitorFromClient.TokenRenew renew -> renew(client, socket, renew);
            case VisitorFromClient.PageChanged page -> {
                visit(socket)
                        .ifPresent(visit -> visits.changed(visit, Shown.of(page.url(), page.title(), page.visible())));
                yield done();
            }
            case VisitorFromClient.AccessAnswer answer ->
                visit(socket)
                        .map(visit -> requests.answer(visit, answer.request(), answer.allowed()))
                        .orElseGet(VisitorSocket::done);
        };
    }

    private Uni<Void> greet(Client client, WebSocketConnection socket, VisitorFromClient.Hello hello) {
        if (!client.greet()) {
            client.close(Refusal.SECOND_HELLO, "It came before.");
            return done();
        }
        if (!Protocol.speaks(hello.protocol())) {
            client.close(Refusal.PROTOCOL, "Load the newest page.");
            return done();
        }
        var visit = new Visit(client, hello.tab(), Shown.of(hello.url(), hello.title(), hello.visible()));
        socket.userData().put(VISIT, visit);
        client.send(frame(new VisitorFromServer.Welcome(Protocol.VERSION)));
        visits.came(visit);
        if (!client.isOpen()) {
            visits.left(visit);
        }
        var userAgent = Optional.ofNullable(socket.handshakeRequest().header("User-Agent"));
        var place = config.placeHeader()
                .map(name -> socket.handshakeRequest().header(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= PLACE)
                .orElse(null);
        return Uni.createFrom()
                .item(() -> browsers.of(userAgent))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(browser -> {
                    visit.comesFrom(browser, place);
                    visits.known(visit);
                })
                .replaceWithVoid();
    }

    private Uni<Void> renew(Client client, WebSocketConnection socket, VisitorFromClient.TokenRenew renew) {
        return clients.renew(client, renew.token())
                .invoke(renewed -> {
                    if (renewed) {
                        client.send(frame(new VisitorFromServer.TokenRenewed(
                                client.caller().expiresAt())));
                        visit(socket).ifPresent(visits::known);
                    }
                })
                .replaceWithVoid();
    }

    private static Optional<Visit> visit(WebSocketConnection socket) {
        return Optional.ofNullable(socket.userData().get(VISIT));
    }

    static Frame frame(VisitorFromServer said) {
        return new Frame(RelayRule.VISITOR, "", true, FrameJson.write(said));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
