package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Customers and technicians as programs: the same calls as the SDK and the console make, through the gateway. */
final class SuiteClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_MESSAGE = 8 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger logins = new AtomicInteger();
    private final JsonNode credentials;
    private final URI base;
    private final WebSocketClient sockets;

    SuiteClient(Vertx vertx, Settings settings) throws IOException {
        credentials = JSON.readTree(settings.credentials().toFile());
        base = URI.create(credentials.get("baseUrl").asText());
        sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(20_000)
                .setMaxFrameSize(MAX_MESSAGE)
                .setMaxMessageSize(MAX_MESSAGE)
                .setTcpNoDelay(true));
    }

    /** A new visitor's access token. */
    String visitor() {
        return post(
                        "/api/visitors",
                        null,
                        Map.of("siteKey", credentials.get("siteKey").asText()))
                .get("accessToken")
                .asText();
    }

    record Login(String email, String password) {}

    URI base() {
        return base;
    }

    Login adminLogin() {
        return login("admin");
    }

    /** Somebody of the role, whom the first start has made. */
    Login login(String role) {
        for (var user : credentials.get("users")) {
            if (user.get("role").asText().equals(role)) {
                return new Login(
                        user.get("email").asText(), user.get("password").asText());
            }
        }
        throw new IllegalStateException("no " + role + " in the credentials");
    }

    /** An admin's access token. */
    String admin() {
        return token(adminLogin());
    }

    String token(Login login) {
        return post("/api/auth/login", null, login).get("accessToken").asText();
    }

    /** A member of the staff who was hired for the load. */
    record Member(String id, Login login) {}

    Member hire(String admin, String role, String... teams) {
        var login = new Login(
                "bench-" + UUID.randomUUID() + "@example.com", UUID.randomUUID().toString());
        var body = Map.of(
                "email",
                login.email(),
                "name",
                "Load",
                "role",
                role,
                "password",
                login.password(),
                "teamIds",
                List.of(teams));
        return new Member(
                post("/api/admin/support/staff", admin, body).get("id").asText(), login);
    }

    /** An access token of a member who was hired. Few may log in from one address at once: each comes from another. */
    String login(Member member) {
        try (var elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0." + (2 + logins.getAndIncrement() % 250)))
                .build()) {
            return post(elsewhere, "/api/auth/login", null, member.login())
                    .get("accessToken")
                    .asText();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID startChat(String visitorToken) {
        var body = Map.of("customerName", "Load", "subject", "bench");
        return UUID.fromString(post("/api/support/chat/start", visitorToken, body)
                .get("sessionId")
                .asText());
    }

    void assign(String staffToken, UUID session) {
        var unused = post("/api/support/chat/" + session + "/assign", staffToken, Map.of());
    }

    String idOf(Login login) {
        return post("/api/auth/login", null, login).get("user").get("id").asText();
    }

    /** Hands a session to a member of the staff, as another system does. */
    void transfer(String session, String staff) {
        var key = credentials.get("apiKey").asText();
        var unused = post("/api/sessions/" + session + "/transfer", key, Map.of("staffId", staff));
    }

    String participantToken(String accessToken, UUID session) {
        return post(
                        "/api/sessions/" + session + "/participants",
                        accessToken,
                        Map.of("tab", UUID.randomUUID().toString()))
                .get("token")
                .asText();
    }

    Future<WebSocket> socket(String path, String token) {
        return sockets.connect(new WebSocketConnectOptions()
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(path)
                .addHeader("Origin", base.toString())
                .setSubProtocols(List.of("remote-support.v1", "bearer." + token)));
    }

    /** A socket that has said hello and been welcomed. */
    WebSocket welcomed(String path, String token, Consumer<JsonNode> onMessage) throws Exception {
        return open(path, token, text -> onMessage.accept(read(text)));
    }

    /** As {@link #welcomed}, for a chat whose frames are taken as they are: reading thousands a second costs a core. */
    WebSocket chat(String token, Consumer<String> onFrame) throws Exception {
        return open("/ws/chat", token, onFrame);
    }

    /** As {@link #chat}, of a room. */
    WebSocket signaling(String token, Consumer<String> onFrame) throws Exception {
        return open("/ws/signaling", token, onFrame);
    }

    private WebSocket open(String path, String token, Consumer<String> onFrame) throws Exception {
        var socket =
                socket(path, token).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        var welcome = new CompletableFuture<Void>();
        socket.textMessageHandler(text -> {
            if (!welcome.isDone() && read(text).get("type").asText().equals("welcome")) {
                welcome.complete(null);
            }
            onFrame.accept(text);
        });
        socket.closeHandler(gone -> welcome.completeExceptionally(
                new IllegalStateException("closed " + socket.closeStatusCode() + " " + socket.closeReason())));
        socket.writeTextMessage("{\"type\":\"hello\",\"protocol\":1}");
        welcome.get(20, TimeUnit.SECONDS);
        return socket;
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path, String token) {
        return answer(http, request(path, token).GET().build());
    }

    /** As {@link #get}, without waiting: completes with the status. */
    CompletableFuture<Integer> look(String path, String token) {
        return http.sendAsync(request(path, token).GET().build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** As {@link #post}, without waiting: completes with the body, or fails where it is refused. */
    CompletableFuture<JsonNode> send(String path, String token, Object body) {
        var request = request(path, token).POST(json(body)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return read(answer.body());
        });
    }

    JsonNode post(String path, String token, Object body) {
        return post(http, path, token, body);
    }

    private JsonNode post(HttpClient http, String path, String token, Object body) {
        return answer(http, request(path, token).POST(json(body)).build());
    }

    void put(String path, String token, Object body) {
        var unused = answer(http, request(path, token).PUT(json(body)).build());
    }

    void delete(String path, String token) {
        var unused = answer(http, request(path, token).DELETE().build());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Origin", base.toString())
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode answer(HttpClient http, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 429 || answer.statusCode() == 503) {
                Thread.sleep(1000);
                return answer(http, request);
            }
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
