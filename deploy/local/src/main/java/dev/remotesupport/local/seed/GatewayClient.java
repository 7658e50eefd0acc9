package dev.remotesupport.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.local.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The gateway's REST API, as anybody could use it. */
final class GatewayClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int CONFLICT = 409;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String baseUrl;

    GatewayClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Signs in and answers the access token. */
    String login(String email, String password) {
        return post("", "/api/auth/login", Map.of("email", email, "password", password))
                .required("accessToken")
                .asText();
    }

    JsonNode get(String token, String path) {
        return read(path, send(token, HttpRequest.newBuilder().GET(), path));
    }

    JsonNode post(String token, String path, Map<String, ?> body) {
        return read(path, send(token, HttpRequest.newBuilder().POST(BodyPublishers.ofString(json(body))), path));
    }

    /** Creates something that an interrupted start may have created already. */
    void postUnlessThere(String token, String path, Map<String, ?> body) {
        var answer = send(token, HttpRequest.newBuilder().POST(BodyPublishers.ofString(json(body))), path);
        if (answer.statusCode() != CONFLICT) {
            var unused = read(path, answer);
        }
    }

    void patch(String token, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder().method("PATCH", BodyPublishers.ofString(json(body)));
        var unused = read(path, send(token, request, path));
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request, String path) {
        request.uri(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("The gateway did not answer " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while asking the gateway for " + path, e);
        }
    }

    private static JsonNode read(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new StartFailure(
                    "The gateway answered %d to %s: %s".formatted(answer.statusCode(), path, answer.body()));
        }
        try {
            return JSON.readTree(answer.body().isBlank() ? "null" : answer.body());
        } catch (IOException e) {
            throw new StartFailure("The gateway did not answer JSON to " + path, e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
