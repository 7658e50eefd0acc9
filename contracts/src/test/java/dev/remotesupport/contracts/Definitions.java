package dev.remotesupport.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schema files and the references between them. */
final class Definitions {

    static final String BASE = "https://remote-support.dev/schemas/";

    private static final Map<String, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();

    private Definitions() {}

    static JsonNode document(String file) {
        return DOCUMENTS.computeIfAbsent(file, name -> Resources.json("schemas/" + name));
    }

    /** What {@code reference} in {@code file} leads to. */
    static Definition follow(String file, String reference) {
        String[] parts = reference.split("#", 2);
        String target = parts[0].isEmpty()
                ? file
                : Path.of(file).resolveSibling(parts[0]).normalize().toString().replace('\\', '/');
        JsonNode node = document(target).at(parts[1]);
        if (node.isMissingNode()) {
            throw new IllegalStateException(reference + " in " + file + " leads nowhere.");
        }
        return new Definition(target, node);
    }
}
