package dev.remotesupport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SeedRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsWhatIsSentAndAnsweredBesideWhatIsThere() throws JsonProcessingException {
        var document = (ObjectNode) JSON.readTree("""
                {"paths": {"/api/a": {"post": {"responses": {
                  "201": {"description": "Made.", "content": {"application/json": {"schema": {"type": "object"}}}}}}}}}""");

        new SeedRoutes(JSON.readTree("""
                [{"method": "post", "path": "/api/a", "request": {"name": "Ada"}, "answers": [
                   {"status": 201, "body": {"id": 1}},
                   {"status": 409, "body": {"code": "name-taken"}}, {"status": 409, "body": {"code": "full"}}]},
                 {"method": "get", "path": "/api/of-a-service-that-is-away", "answers": []}]""")).addTo(document);

        var post = document.at("/paths/~1api~1a/post");
        assertThat(post.at("/requestBody/content/application~1json/examples/request/value/name")
                        .asText())
                .isEqualTo("Ada");
        assertThat(post.at("/responses/201/description").asText()).isEqualTo("Made.");
        var made = post.at("/responses/201/content/application~1json");
        assertThat(made.at("/schema/type").asText()).isEqualTo("object");
        assertThat(made.at("/examples/answer/value/id").asInt()).isEqualTo(1);
        assertThat(post.at("/responses/409/content/application~1problem+json/examples")
                        .fieldNames())
                .toIterable()
                .containsExactly("name-taken", "full");
        assertThat(document.path("paths")).hasSize(1);
    }

    @Test
    void theFileNamesItsRoutes() {
        var document = JSON.createObjectNode();
        document.withObject("/paths")
                .withObjectProperty("/api/support/chat/start")
                .putObject("post");

        SeedRoutes.read(JSON).addTo(document);

        assertThat(document.at("/paths/~1api~1support~1chat~1start/post/responses")
                        .fieldNames())
                .toIterable()
                .contains("200", "201", "400", "401", "403", "409");
    }
}
