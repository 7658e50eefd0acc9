package dev.remotesupport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The public REST API, as another system uses it. */
record Rest(String baseUrl, String bearer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, HttpHeaders headers, JsonNode body) {}

    Answer logIn(RunningSuite.Account account) {
        return post("/api/auth/login", Map.of("email", account.email(), "password", account.password()));
    }

    Rest loggedIn(RunningSuite.Account account) {
        return new Rest(baseUrl, logIn(account).body().get("accessToken").asText());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + path)).GET());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, body, baseUrl);
    }

    Answer post(String path, Map<String, ?> body, String origin) {
        return send("POST", path, body, origin);
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, body, baseUrl);
    }

    Answer delete(String path) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Origin", baseUrl)
                .DELETE());
    }

    private Answer send(String method, String path, Map<String, ?> body, String origin) {
        try {
            return send(HttpRequest.newBuilder(URI.create(baseUrl + path))
                    .header("Content-Type", "application/json")
                    .header("Origin", origin)
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void endAllSessions() {
        var open = get("/api/sessions?state=requested,queued,offered,active,interrupted&limit=100")
                .body()
                .path("items");
        open.forEach(session -> {
            var ended = post("/api/sessions/" + session.get("id").asText() + "/end", Map.of());
            if (ended.status() >= 500) {
                throw new IllegalStateException("session not ended: " + ended.body());
            }
        });
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var unused = request.timeout(Duration.ofSeconds(20));
            if (!bearer.isEmpty()) {
                unused = request.header("Authorization", "Bearer " + bearer);
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            var body = json ? JSON.readTree(answer.body()) : MissingNode.getInstance();
            return new Answer(answer.statusCode(), answer.headers(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
