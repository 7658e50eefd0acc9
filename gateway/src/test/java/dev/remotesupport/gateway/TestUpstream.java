package dev.remotesupport.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A service that answers with what reached it: method, path, headers and body. It admits everybody to every session, and
 * its sockets echo. A query parameter {@code owner} makes it say that this one owns the room,
 * and {@code refused} makes it answer before it has the body.
 */
final class TestUpstream implements AutoCloseable {

    private final Vertx vertx;
    private final HttpServer server;
    private final TestDesk desk = new TestDesk();

    private TestUpstream(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setWebSocketSubProtocols(List.of("remote-support.v1")))
                .requestHandler(this::answer);
    }

    static TestUpstream start() {
        var upstream = new TestUpstream(Vertx.vertx());
        var unused = upstream.server
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return upstream;
    }

    String url() {
        return "http://" + id();
    }

    private String id() {
        return "localhost:" + server.actualPort();
    }

    private void answer(HttpServerRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            upgrade(request);
        } else if (request.path().endsWith("/slow")) {
            request.resume();
        } else if (request.getParam("refused") != null) {
            var unused = request.response().setStatusCode(415).end();
        } else if (request.path().equals("/q/openapi")) {
            var unused = request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(OPENAPI);
        } else if (TestDesk.answers(request.path())) {
            desk.answer(request);
        } else if (request.path().equals("/internal/codes")) {
            open(request);
        } else if (request.path().endsWith("/admissions")) {
            admit(request);
        } else {
            echo(request);
        }
    }

    private void upgrade(HttpServerRequest request) {
        var owner = Optional.ofNullable(request.getParam("owner")).orElse(id());
        if (owner.equals(id())) {
            var unused = request.toWebSocket().onSuccess(this::echo);
        } else {
            var unused = request.response()
                    .setStatusCode(421)
                    .putHeader("X-Room-Owner", owner)
                    .end();
        }
    }

    private void echo(ServerWebSocket socket) {
        var greeting = new JsonObject()
                .put("replica", id())
                .put("subprotocol", socket.subProtocol())
                .put("authorization", socket.headers().get("Authorization"))
                .put("offered", socket.headers().get("Sec-WebSocket-Protocol"));
        var unused = socket.writeTextMessage(greeting.encode());
        socket.textMessageHandler(text -> {
            var unusedEcho = socket.writeTextMessage(text);
        });
    }

    /** A session that is accepted with it is active, any other waits. */
    private void admit(HttpServerRequest request) {
        var session = Path.of(request.path()).getName(2).toString();
        if (session.startsWith("00000000")) {
            var unused = request.response()
                    .setStatusCode(409)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"code\":\"session-ended\",\"status\":409}");
            return;
        }
        var unused = request.body().onSuccess(body -> {
            boolean accepted = body.toJsonObject().getBoolean("accept");
            var admission = new JsonObject()
                    .put("sessionId", session)
                    .put("organisation", UUID.randomUUID().toString())
                    .put("participantId", UUID.randomUUID().toString())
                    .put("seat", "customer")
                    .put("displayName", "Ada")
                    .put("session", new JsonObject().put("id", session).put("state", accepted ? "active" : "queued"));
            var unusedAnswer = request.response()
                    .setStatusCode(201)
                    .putHeader("Content-Type", "application/json")
                    .end(admission.encode());
        });
    }

    /** A code that is an organisation's id opens a session of it; any other was used before. */
    private static void open(HttpServerRequest request) {
        var unused = request.body().onSuccess(body -> {
            var code = body.toJsonObject().getString("code");
            boolean good = code.length() == 36;
            var answer = good
                    ? new JsonObject()
                            .put("sessionId", UUID.randomUUID().toString())
                            .put("organisation", code)
                            .put("staffName", "Ada")
                    : new JsonObject().put("code", "code-used").put("status", 410);
            var unusedEnd = request.response()
                    .setStatusCode(good ? 201 : 410)
                    .putHeader("Content-Type", good ? "application/json" : "application/problem+json")
                    .end(answer.encode());
        });
    }

    private void echo(HttpServerRequest request) {
        var unused = request.body().onSuccess(body -> {
            var headers = new JsonObject();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
            var unusedAnswer = request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("replica", id())
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .encode());
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static final String OPENAPI = """
            {"openapi":"3.1.0","info":{"title":"Some service","version":"1"},
             "paths":{"/api/sessions/{id}":{"get":{"responses":{"200":{"description":"OK",
                "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Session"}}}}}}},
               "/internal/secret":{"get":{"responses":{"200":{"description":"OK"}}}}},
             "components":{"schemas":{"Session":{"type":"object"}}}}""";
}
