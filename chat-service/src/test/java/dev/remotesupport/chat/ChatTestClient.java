package dev.remotesupport.chat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of {@code /ws/chat} that remembers all it was told. */
public final class ChatTestClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ChatFromServer> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private ChatTestClient() {}

    /** Opens a socket with this token; says nothing yet. */
    public static ChatTestClient connect(String token) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        var client = new ChatTestClient();
        client.socket = HTTP.newWebSocketBuilder()
                .subprotocols(Protocol.SUBPROTOCOL)
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/chat"), client)
                .join();
        return client;
    }

    /** Connects and says hello; returns when welcome. */
    public static ChatTestClient enter(String token, Long after) {
        var client = connect(token);
        client.say(new ChatFromClient.Hello(Protocol.VERSION, after));
        client.await(ChatFromServer.Welcome.class, welcome -> true);
        return client;
    }

    @CanIgnoreReturnValue
    public ChatTestClient say(ChatFromClient frame) {
        return sayText(FrameJson.write(frame));
    }

    @CanIgnoreReturnValue
    public ChatTestClient sayText(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    @CanIgnoreReturnValue
    public ChatTestClient send(String clientMessageId, String text) {
        return say(new ChatFromClient.ChatSend(clientMessageId, text));
    }

    /** Sends a note for staff alone. */
    @CanIgnoreReturnValue
    public ChatTestClient sendNote(String clientMessageId, String text) {
        return say(new ChatFromClient.ChatSend(clientMessageId, text, null, null, true));
    }

    /** Waits for a frame of a kind, among all that came so far and will come. */
    @CanIgnoreReturnValue
    public <T extends ChatFromServer> T await(Class<T> kind, Predicate<T> wanted) {
        var found = new CompletableFuture<T>();
        waitUntil(() -> frames.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .map(found::complete)
                .orElse(false));
        return found.join();
    }

    @CanIgnoreReturnValue
    public ChatFromServer.ChatAccepted awaitAccepted(String clientMessageId) {
        return await(
                ChatFromServer.ChatAccepted.class,
                accepted -> accepted.clientMessageId().equals(clientMessageId));
    }

    public ChatFromServer.ChatRefused awaitRefused(String clientMessageId) {
        return await(
                ChatFromServer.ChatRefused.class,
                refused -> refused.clientMessageId().equals(clientMessageId));
    }

    /** Waits until a message of this sequence was seen, and answers all that were. */
    @CanIgnoreReturnValue
    public List<ChatMessage> awaitSeen(long sequence) {
        waitUntil(() -> seen().stream().anyMatch(message -> message.sequence() == sequence));
        return seen();
    }

    public void awaitEnded() {
        await(ChatFromServer.ChatEnded.class, ended -> true);
    }

    /** Every message in the order of arrival. */
    public List<ChatMessage> seen() {
        return frames.stream()
                .filter(ChatFromServer.ChatMessages.class::isInstance)
                .flatMap(frame -> ((ChatFromServer.ChatMessages) frame).messages().stream())
                .toList();
    }

    public List<Long> sequences() {
        return seen().stream().map(ChatMessage::sequence).toList();
    }

    public List<ChatFromServer> frames() {
        return frames;
    }

    /** Waits until the server closes, and answers its code. */
    @CanIgnoreReturnValue
    public int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Cuts the connection as a broken network does. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(FrameJson.read(partial.toString(), ChatFromServer.class));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    private static void waitUntil(Callable<Boolean> condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(condition);
    }
}
