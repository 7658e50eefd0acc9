package dev.remotesupport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/** A socket as a program opens it, to say what no browser of ours would say. */
final class Socket implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket webSocket;

    /** Opens it with the subprotocols that carry the token. */
    static Socket open(String baseUrl, String path, String token, String origin) {
        var socket = new Socket();
        socket.webSocket = HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .subprotocols("remote-support.v1", "bearer." + token)
                .buildAsync(URI.create(baseUrl.replace("http", "ws") + path), socket)
                .join();
        return socket;
    }

    /** The HTTP status with which the upgrade is refused. */
    static int refusal(String baseUrl, String path, String token, String origin) {
        try {
            open(baseUrl, path, token, origin).webSocket.abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Says hello, unless the server has closed already: then its close says why. */
    Socket hello() {
        webSocket
                .sendText("{\"type\":\"hello\",\"protocol\":1}", true)
                .exceptionally(closing -> webSocket)
                .join();
        return this;
    }

    void send(String text) {
        webSocket.sendText(text, true).join();
    }

    void close() {
        webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Sends the same many times at once, or until the other side closes. */
    void flood(String text, int times) {
        for (int i = 0; i < times && !closed.isDone(); i++) {
            webSocket.sendText(text, true).exceptionally(closing -> webSocket).join();
        }
    }

    List<JsonNode> received(String type) {
        return received.stream()
                .filter(message -> message.get("type").asText().equals(type))
                .toList();
    }

    /** The messages of the conversation, as they came. */
    List<JsonNode> messages() {
        return received("chat.messages").stream()
                .flatMap(frame -> StreamSupport.stream(frame.get("messages").spliterator(), false))
                .toList();
    }

    /** The close code; completes when it is closed. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
