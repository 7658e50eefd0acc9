package dev.remotesupport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.ChatEvent;
import dev.remotesupport.contracts.event.DeskEvent;
import dev.remotesupport.contracts.event.DeviceEvent;
import dev.remotesupport.contracts.event.IdentityEvent;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SignalingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document leaves nothing out and points nowhere wrong. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/api/asyncapi.yaml");

    private final JsonNode document;

    AsyncApiTest() throws IOException {
        document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(DOCUMENT));
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageIsDocumentedWithItsOwnSchema(Union union) throws IOException {
        Map<String, JsonNode> documented = messages(union);

        assertThat(documented.keySet()).isEqualTo(union.definitions().keySet());
        for (Map.Entry<String, JsonNode> message : documented.entrySet()) {
            JsonNode payload = follow(message.getValue().at("/payload/$ref").textValue());
            assertThat(payload)
                    .as(message.getKey())
                    .isEqualTo(union.definitions().get(message.getKey()).node());
            assertThat(message.getValue().get("name").textValue()).isEqualTo(message.getKey());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).hasSizeGreaterThan(100);
        for (JsonNode reference : references) {
            assertThat(follow(reference.textValue()).isMissingNode())
                    .as(reference.textValue())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signaling", "chat", "console", "visitor"})
    void eachSocketsOperationsNameAllItsMessages(String channel) {
        List<String> named = document.get("operations").findValues("messages").stream()
                .flatMap(messages -> messages.findValuesAsText("$ref").stream())
                .filter(reference -> reference.startsWith("#/channels/" + channel + "/"))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();

        assertThat(document.at("/channels/" + channel + "/messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void topicsAreThoseOfTheEvents() {
        assertThat(document.at("/channels").findValuesAsText("address"))
                .containsExactly(
                        "/ws/signaling",
                        "/ws/chat",
                        "/ws/console",
                        "/ws/visitor",
                        IdentityEvent.TOPIC,
                        SessionEvent.TOPIC,
                        DeskEvent.TOPIC,
                        CallEvent.TOPIC,
                        ChatEvent.TOPIC,
                        SignalingEvent.TOPIC,
                        DeviceEvent.TOPIC);
    }

    @Test
    void everyCloseCodeIsExplained() {
        String description = document.at("/info/description").textValue();

        for (CloseCode code : CloseCode.values()) {
            assertThat(description).contains("| " + code.code() + " | " + code.reason());
        }
    }

    private Map<String, JsonNode> messages(Union union) {
        String folder = union.path.substring(0, union.path.indexOf('/'));
        String name = union.path.substring(union.path.indexOf('/') + 1);
        boolean event = folder.equals("event");
        String channel = event ? name + "Events" : folder.equals("signal") ? "signaling" : folder;
        String prefix = event ? "" : name.substring("from-".length()) + ".";
        Map<String, JsonNode> found = new TreeMap<>();
        document.at("/channels/" + channel + "/messages").properties().stream()
                .filter(message -> message.getKey().startsWith(prefix))
                .forEach(message -> found.put(message.getKey().substring(prefix.length()), message.getValue()));
        return found;
    }

    private JsonNode follow(String reference) throws IOException {
        String[] parts = reference.split("#", 2);
        if (parts[0].isEmpty()) {
            return document.at(parts[1]);
        }
        Path file = DOCUMENT.resolveSibling(parts[0]).normalize();
        return new ObjectMapper().readTree(Files.readString(file)).at(parts[1]);
    }
}
