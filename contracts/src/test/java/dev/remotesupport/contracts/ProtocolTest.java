package dev.remotesupport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code protocol.json}, from which the browser's constants are made, says what the Java constants say. */
class ProtocolTest {

    private final JsonNode protocol = Resources.json("protocol.json");

    @Test
    void versionAndSubprotocolAgree() {
        assertThat(protocol.get("version").intValue()).isEqualTo(Protocol.VERSION);
        assertThat(protocol.get("oldest").intValue()).isEqualTo(Protocol.OLDEST);
        assertThat(protocol.get("subprotocol").textValue()).isEqualTo(Protocol.SUBPROTOCOL);
        assertThat(protocol.get("bearer").textValue()).isEqualTo(Protocol.BEARER);
    }

    @Test
    void onlyVersionsFromTheOldestToTheNewestAreSpoken() {
        assertThat(Protocol.speaks(Protocol.OLDEST)).isTrue();
        assertThat(Protocol.speaks(Protocol.VERSION)).isTrue();
        assertThat(Protocol.speaks(Protocol.OLDEST - 1)).isFalse();
        assertThat(Protocol.speaks(Protocol.VERSION + 1)).isFalse();
    }

    @Test
    void closeCodesAgree() {
        ObjectNode codes = JsonNodeFactory.instance.objectNode();
        for (CloseCode code : CloseCode.values()) {
            codes.put(code.reason(), code.code());
        }

        assertThat(protocol.get("closeCodes")).isEqualTo(codes);
    }

    @Test
    void limitsAgree() throws IllegalAccessException {
        assertThat(protocol.get("limits")).hasSize(Limits.class.getFields().length);
        for (Field limit : Limits.class.getFields()) {
            assertThat(protocol.get("limits").get(camelCase(limit.getName())).doubleValue())
                    .as(limit.getName())
                    .isEqualTo(((Number) limit.get(null)).doubleValue());
        }
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
