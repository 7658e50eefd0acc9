package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.FrameException;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.platform.caller.Callers;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** {@code /ws/chat}: one conversation for one participant. Decodes once, lets through what is allowed, and delegates. */
@WebSocket(path = "/ws/chat")
@RolesAllowed("participant")
@ApplicationScoped
public class ChatSocket {

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final UserData.TypedKey<ChatClient> CLIENT = new UserData.TypedKey<>("client");

    private final ChatTalk talk;
    private final SecurityIdentity identity;
    private final ChatConfig.Socket config;
    private final MeterRegistry meters;

    ChatSocket(ChatTalk talk, SecurityIdentity identity, ChatConfig config, MeterRegistry meters) {
        this.talk = talk;
        this.identity = identity;
        this.config = config.socket();
        this.meters = meters;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        var token = (JsonWebToken) identity.getPrincipal();
        var caller = Callers.from(token);
        var binding = caller.participant().orElseThrow();
        var link = new SocketLink(connection, binding.sessionId(), binding.participantId(), meters);
        var client = new ChatClient(link, new FrameLimit(config), caller, token.getRawToken());
        connection.userData().put(CLIENT, client);
        talk.opened(client);
    }

    @OnTextMessage
    Uni<Void> frame(WebSocketConnection connection, String text) {
        var client = connection.userData().get(CLIENT);
        if (client.link().isClosed()) {
            // What arrives after the close was sent counts no more: its sender may have lost the conversation.
            return Uni.createFrom().voidItem();
        }
        ChatFromClient frame;
        try {
            frame = FrameJson.read(text, ChatFromClient.class);
        } catch (FrameException malformed) {
            client.link().close(malformed.closeCode(), malformed.getMessage());
            return Uni.createFrom().voidItem();
        }
        return switch (client.limit().next()) {
            case PASS -> pass(client, frame);
            case TOO_FAST -> talk.tooFast(client, frame);
            case FLOOD -> closed(client, CloseCode.FLOOD, "too many frames");
        };
    }

    private Uni<Void> pass(ChatClient client, ChatFromClient frame) {
        if (client.greeted() == frame instanceof ChatFromClient.Hello) {
            return closed(client, CloseCode.UNEXPECTED, "hello comes first and once");
        }
        return switch (frame) {
            case ChatFromClient.Hello hello -> talk.hello(client, hello);
            case ChatFromClient.ChatSend send -> talk.send(client, send);
            case ChatFromClient.ChatFetch fetch -> talk.fetch(client, fetch);
            case ChatFromClient.TokenRenew renew -> talk.renew(client, renew);
            case ChatFromClient.Ping ping -> talk.ping(client);
            case ChatFromClient.ChatTyping typing -> talk.typing(client);
            case ChatFromClient.ChatRead read -> talk.read(client, read);
        };
    }

    @OnClose
    void close(WebSocketConnection connection) {
        var client = connection.userData().remove(CLIENT);
        if (client != null) {
            talk.closed(client);
        }
    }

    /** So says the socket when fragments grow beyond the largest message. */
    @OnError
    void tooLarge(WebSocketConnection connection, IllegalStateException failure) {
        close(connection, CloseCode.TOO_LARGE, "the message is too large");
    }

    @OnError
    void tooLarge(WebSocketConnection connection, CorruptedWebSocketFrameException failure) {
        close(connection, CloseCode.TOO_LARGE, "the frame is too large or malformed");
    }

    /** The network broke, or the client went without a word. */
    @OnError
    void gone(WebSocketConnection connection, HttpClosedException failure) {
        LOG.debugf("chat socket gone: %s", failure.getMessage());
    }

    @OnError
    void failed(WebSocketConnection connection, Throwable failure) {
        LOG.error("chat socket failed", failure);
        close(connection, CloseCode.SHUTTING_DOWN, "an internal failure");
    }

    private static void close(WebSocketConnection connection, CloseCode why, String detail) {
        var client = connection.userData().get(CLIENT);
        if (client != null) {
            client.link().close(why, detail);
        }
    }

    private static Uni<Void> closed(ChatClient client, CloseCode why, String detail) {
        client.link().close(why, detail);
        return Uni.createFrom().voidItem();
    }
}
