package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checked-in description of the REST API, so that a change of it is seen where the code is reviewed. */
class OpenApiIT {

    private static final Path FILE = RunningSuite.HOME.resolve("docs/api/openapi.json");
    private static final String REGENERATE =
            "./mvnw verify -pl contracts,e2e -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=OpenApiIT -Dopenapi.write=true";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void checkedInDescriptionIsWhatTheServicesSay() throws IOException {
        var rest = new Rest(RunningSuite.shared().baseUrl(), "");
        var told = Boolean.getBoolean("openapi.write") ? FILE : RunningSuite.HOME.resolve("e2e/target/openapi.json");

        var unused = Files.writeString(told, written(rest.get("/api/openapi").body()));

        assertThat(told).as("after a change: " + REGENERATE).hasSameTextualContentAs(FILE);
    }

    /** Sorted by name, as services answer in any order. */
    private static String written(JsonNode document) throws IOException {
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JSON.writer(printer).writeValueAsString(JSON.convertValue(document, Map.class)) + "\n";
    }
}
