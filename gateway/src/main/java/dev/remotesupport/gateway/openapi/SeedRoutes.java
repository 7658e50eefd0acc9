package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Shows what is sent and answered, refusals too, on the routes whose paths and bodies the requirements fix. The examples are one
 * file, which a test plays against the running suite.
 */
final class SeedRoutes {

    private static final String FILE = "/openapi/seed-routes.json";
    private static final int FIRST_REFUSAL = 400;

    private final JsonNode routes;

    SeedRoutes(JsonNode routes) {
        this.routes = routes;
    }

    static SeedRoutes read(ObjectMapper json) {
        try (var file = SeedRoutes.class.getResourceAsStream(FILE)) {
            return new SeedRoutes(json.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The examples of the seed routes cannot be read", e);
        }
    }

    /** A route whose service has not described itself yet is left out. */
    void addTo(ObjectNode document) {
        routes.forEach(route -> {
            var path = document.path("paths").path(route.path("path").asText());
            if (path.path(route.path("method").asText()) instanceof ObjectNode operation) {
                addTo(operation, route);
            }
        });
    }

    private static void addTo(ObjectNode operation, JsonNode route) {
        if (route.has("request")) {
            example(operation.withObjectProperty("requestBody"), "application/json", "request", route.path("request"));
        }
        route.path("answers").forEach(answer -> {
            var response = operation
                    .withObjectProperty("responses")
                    .withObjectProperty(answer.path("status").asText());
            var body = answer.path("body");
            if (!response.has("description")) {
                response.put("description", body.path("code").asText());
            }
            if (answer.path("status").asInt() < FIRST_REFUSAL) {
                example(response, "application/json", "answer", body);
            } else {
                example(response, "application/problem+json", body.path("code").asText(), body);
            }
        });
    }

    private static void example(ObjectNode body, String mediaType, String name, JsonNode value) {
        body.withObjectProperty("content")
                .withObjectProperty(mediaType)
                .withObjectProperty("examples")
                .withObjectProperty(name)
                .set("value", value);
    }
}
