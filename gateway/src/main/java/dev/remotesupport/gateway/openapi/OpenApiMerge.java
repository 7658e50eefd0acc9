package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Puts the documents of several services into one. A component whose name another service uses for something else gets
 * its service's name before its own.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "$ref";

    private final ObjectNode merged;
    private final Predicate<String> isPublic;

    /** @param isPublic which paths can be reached from outside */
    OpenApiMerge(ObjectNode own, Predicate<String> isPublic) {
        this.merged = own.deepCopy();
        this.isPublic = isPublic;
        merged.remove("servers");
    }

    void add(String service, JsonNode document) {
        var renamed = new HashMap<String, String>();
        for (var kind : document.path("components").properties()) {
            kind.getValue().properties().forEach(component -> {
                if (collides(kind.getKey(), component.getKey(), component.getValue())) {
                    renamed.put(
                            reference(kind.getKey(), component.getKey()),
                            reference(kind.getKey(), service + "." + component.getKey()));
                }
            });
        }
        var copy = document.deepCopy();
        rename(copy, renamed);
        for (var kind : copy.path("components").properties()) {
            for (var component : kind.getValue().properties()) {
                var reference = reference(kind.getKey(), component.getKey());
                var name = renamed.containsKey(reference) ? service + "." + component.getKey() : component.getKey();
                merged.withObject("/components/" + kind.getKey()).set(name, component.getValue());
            }
        }
        for (var path : copy.path("paths").properties()) {
            if (isPublic.test(path.getKey())) {
                merged.withObject("/paths").set(path.getKey(), path.getValue());
            }
        }
        addTags(copy);
    }

    ObjectNode result() {
        return merged;
    }

    private boolean collides(String kind, String name, JsonNode component) {
        var present = merged.path("components").path(kind).path(name);
        return !present.isMissingNode() && !present.equals(component);
    }

    private void addTags(JsonNode document) {
        document.path("tags").forEach(tag -> {
            var known = false;
            for (var each : merged.withArray("/tags")) {
                known |= each.path("name").equals(tag.path("name"));
            }
            if (!known) {
                merged.withArray("/tags").add(tag);
            }
        });
    }

    private static String reference(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.path(REFERENCE) instanceof TextNode reference) {
            object.put(REFERENCE, renamed.getOrDefault(reference.asText(), reference.asText()));
        }
        node.forEach(child -> rename(child, renamed));
    }
}
