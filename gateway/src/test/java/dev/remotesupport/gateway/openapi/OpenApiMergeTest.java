package dev.remotesupport.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publicPathsComeTogetherAndInnerOnesStayOut() throws JsonProcessingException {
        var merged = merge("{'paths':{'/api/sites':{}}}", "{'paths':{'/api/sessions':{},'/internal/sessions':{}}}");

        assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/api/sites", "/api/sessions");
    }

    @Test
    void nameThatMeansTwoThingsGetsItsServicesName() throws JsonProcessingException {
        var merged = merge(
                "{'components':{'schemas':{'Page':{'type':'string'}}}}",
                "{'paths':{'/api/sessions':{'schema':{'$ref':'#/components/schemas/Page'}}},"
                        + "'components':{'schemas':{'Page':{'type':'object'}}}}");

        assertThat(merged.at("/components/schemas/Page/type").asText()).isEqualTo("string");
        assertThat(merged.at("/components/schemas/session.Page/type").asText()).isEqualTo("object");
        assertThat(merged.at("/paths/~1api~1sessions/schema/$ref").asText())
                .isEqualTo("#/components/schemas/session.Page");
    }

    @Test
    void nameThatMeansTheSameIsShared() throws JsonProcessingException {
        var schemas = "{'components':{'schemas':{'Page':{'type':'string'}}}}";

        var merged = merge(schemas, schemas);

        assertThat(merged.at("/components/schemas").fieldNames()).toIterable().containsExactly("Page");
    }

    @Test
    void callersProveThemselvesInOneWayAndInnerTagsStayOut() throws JsonProcessingException {
        var merged = merge(
                "{'components':{'securitySchemes':{'bearer':{'type':'http'},'SecurityScheme':{}}}}",
                "{'paths':{'/api/sessions':{'get':{'security':[{'SecurityScheme':[]}],'tags':['Sessions']}},"
                        + "'/internal/x':{'get':{'tags':['Internal']}}},"
                        + "'tags':[{'name':'Sessions'},{'name':'Internal'}],"
                        + "'components':{'securitySchemes':{'SecurityScheme':{}}}}");

        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
        assertThat(merged.at("/paths/~1api~1sessions/get/security/0").has("bearer"))
                .isTrue();
        assertThat(merged.path("tags")).hasSize(1);
    }

    private static JsonNode merge(String own, String service) throws JsonProcessingException {
        var merge = new OpenApiMerge((ObjectNode) json(own), "bearer", path -> path.startsWith("/api/"));
        merge.add("session", json(service));
        return merge.result();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
