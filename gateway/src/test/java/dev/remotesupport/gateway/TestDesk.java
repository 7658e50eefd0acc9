package dev.remotesupport.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The part of session-service that keeps profiles of the staff. It knows no team, and whoever has the skill {@code silence}
 * finds it gone.
 */
final class TestDesk {

    private static final String PROFILES = "/internal/desk/staff/";

    private final Map<String, JsonObject> profiles = new ConcurrentHashMap<>();

    static boolean answers(String path) {
        return path.startsWith(PROFILES) || path.equals("/api/desk/staff");
    }

    void answer(HttpServerRequest request) {
        if (request.path().startsWith(PROFILES)) {
            var id = Path.of(request.path()).getFileName().toString();
            if (request.method().equals(HttpMethod.DELETE)) {
                profiles.remove(id);
                var unusedEnd = request.response().setStatusCode(204).end();
                return;
            }
            var unused = request.body().onSuccess(body -> settle(request, id, body.toJsonObject()));
        } else {
            var items = new JsonArray();
            profiles.values().forEach(items::add);
            send(request, 200, new JsonObject().put("items", items));
        }
    }

    private void settle(HttpServerRequest request, String id, JsonObject wanted) {
        if (wanted.getJsonArray("skills", new JsonArray()).contains("silence")) {
            var unused = request.connection().close();
        } else if (!wanted.getJsonArray("teamIds", new JsonArray()).isEmpty()) {
            send(request, 404, new JsonObject().put("code", "team-unknown").put("status", 404));
        } else {
            send(request, 200, profiles.merge(id, profile(id, wanted), TestDesk::changed));
        }
    }

    private static JsonObject profile(String id, JsonObject wanted) {
        return new JsonObject()
                .put("id", id)
                .put("name", wanted.getString("name"))
                .put("role", wanted.getString("role"))
                .put("availability", "offline")
                .put("connected", false)
                .put(
                        "limits",
                        new JsonObject()
                                .put("chat", wanted.getInteger("chatLimit", 5))
                                .put("call", wanted.getInteger("callLimit", 2)))
                .put("teams", new JsonArray())
                .put("skills", wanted.getJsonArray("skills", new JsonArray()));
    }

    private static JsonObject changed(JsonObject before, JsonObject after) {
        return before.copy().mergeIn(after);
    }

    private static void send(HttpServerRequest request, int status, JsonObject body) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        var unused = request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .end(body.encode());
    }
}
