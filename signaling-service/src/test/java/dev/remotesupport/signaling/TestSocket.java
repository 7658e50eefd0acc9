package dev.remotesupport.signaling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real socket to the service, as the gateway opens it, that remembers what came. */
public final class TestSocket implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Vertx VERTX = Vertx.vertx();
    private static final WebSocketClient CLIENT = VERTX.createWebSocketClient(new WebSocketClientOptions()
            .setMaxConnections(2_000)
            .setMaxFrameSize(32 * 1024 * 1024)
            .setMaxMessageSize(32 * 1024 * 1024));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebSocket socket;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private TestSocket(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> {
            JsonNode frame = json(text);
            if (frame.path("type").asText().equals("news")) {
                frame.path("items").forEach(frames::add);
            } else {
                frames.add(frame);
            }
        });
        socket.closeHandler(nothing -> closed.complete(
                socket.closeStatusCode() == null
                        ? 1006
                        : socket.closeStatusCode().intValue()));
    }

    /** Opens a socket; fails with {@link UpgradeRejectedException} as the cause when the service says no. */
    public static TestSocket open(int port, String path, String token) throws ExecutionException {
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setURI(path)
                .addSubProtocol("remote-support.v1")
                .addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
        if (token != null) {
            options.addHeader("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.connect(options)
                    .map(TestSocket::new)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @CanIgnoreReturnValue
    public TestSocket send(String json) {
        var unused = socket.writeTextMessage(json.replace('\'', '"'));
        return this;
    }

    @CanIgnoreReturnValue
    public TestSocket hello() {
        send("{'type':'hello','protocol':1}");
        await("welcome");
        return this;
    }

    @CanIgnoreReturnValue
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    /** Waits for a frame of the type, among those that came already or will come. */
    @CanIgnoreReturnValue
    public JsonNode await(String type, Predicate<JsonNode> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var found = all(type).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError("no such " + type + " in "
                + frames.stream().map(frame -> shortened(frame)).toList() + " closed=" + closed.getNow(0));
    }

    public List<JsonNode> all(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** Waits until the service has worked on everything sent so far, and gives this socket for asserting. */
    @CanIgnoreReturnValue
    public TestSocket settle() {
        int before = all("pong").size();
        send("{'type':'ping'}");
        Instant end = Instant.now().plus(PATIENCE);
        while (all("pong").size() == before) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("no pong; closed=" + closed.getNow(0));
            }
            pause();
        }
        return this;
    }

    public void forget() {
        frames.clear();
    }

    /** The code with which the service closed. */
    public int closeCode() {
        try {
            return closed.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(
                    "still open; " + frames.stream().map(TestSocket::shortened).toList(), e);
        }
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Cuts the line without a word, as a crash does. */
    public void kill() {
        var unused = ((io.vertx.core.http.impl.WebSocketInternal) socket)
                .channelHandlerContext()
                .close();
    }

    /** Reads nothing any more and answers no ping, as a laptop that was closed: the line stays open. */
    public void fallSilent() {
        read(false);
    }

    /** Reads again, first of all what has come meanwhile. */
    public void wakeUp() {
        read(true);
    }

    private void read(boolean on) {
        var unused = ((io.vertx.core.http.impl.WebSocketInternal) socket)
                .channelHandlerContext()
                .channel()
                .config()
                .setAutoRead(on);
    }

    @Override
    public void close() {
        var unused = socket.close();
    }

    private static String shortened(JsonNode frame) {
        String text = frame.toString();
        return text.substring(0, Math.min(300, text.length()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
