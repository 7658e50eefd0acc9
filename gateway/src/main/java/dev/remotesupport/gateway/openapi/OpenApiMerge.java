package dev.remotesupport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Puts the documents of several services into one. A component whose name another service uses for something else gets
 * its service's name before its own. How callers prove themselves is the gateway's to say.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "$ref";
    private static final String SECURITY = "security";
    private static final String SECURITY_SCHEMES = "securitySchemes";

    private final ObjectNode merged;
    private final String securityScheme;
    private final Predicate<String> isPublic;

    /**
     * Begins with the gateway's own document.
     *
     * @param securityScheme its name in that document
     * @param isPublic which paths can be reached from outside
     */
    OpenApiMerge(ObjectNode own, String securityScheme, Predicate<String> isPublic) {
        this.merged = own.deepCopy();
        this.securityScheme = securityScheme;
        this.isPublic = isPublic;
        merged.remove("servers");
        keepScheme();
    }

    void add(String service, JsonNode document) {
        JsonNode copy = document.deepCopy();
        if (copy.path("components") instanceof ObjectNode components) {
            components.remove(SECURITY_SCHEMES);
        }
        var renamed = collisions(service, copy.path("components"));
        rename(copy, renamed);
        addComponents(copy.path("components"), renamed);
        addTags(copy, addPaths(copy.path("paths")));
    }

    ObjectNode result() {
        return merged;
    }

    /** Old and new references of the components whose names are taken. */
    private Map<String, String> collisions(String service, JsonNode components) {
        var renamed = new HashMap<String, String>();
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    var present = merged.path("components").path(kind.getKey()).path(component.getKey());
                    if (!present.isMissingNode() && !present.equals(component.getValue())) {
                        renamed.put(
                                reference(kind.getKey(), component.getKey()),
                                reference(kind.getKey(), service + "." + component.getKey()));
                    }
                }));
        return renamed;
    }

    private void addComponents(JsonNode components, Map<String, String> renamed) {
        components
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    var reference = reference(kind.getKey(), component.getKey());
                    var name = renamed.getOrDefault(reference, reference)
                            .substring(reference(kind.getKey(), "").length());
                    merged.withObject("/components/" + kind.getKey()).set(name, component.getValue());
                }));
    }

    /** Answers the tags of the operations that were added. */
    private Set<String> addPaths(JsonNode paths) {
        var tags = new HashSet<String>();
        paths.properties().stream().filter(path -> isPublic.test(path.getKey())).forEach(path -> {
            path.getValue().forEach(operation -> {
                secure(operation);
                operation.path("tags").forEach(tag -> tags.add(tag.asText()));
            });
            merged.withObject("/paths").set(path.getKey(), path.getValue());
        });
        return tags;
    }

    private void secure(JsonNode operation) {
        if (operation instanceof ObjectNode object && object.has(SECURITY)) {
            object.putArray(SECURITY).addObject().putArray(securityScheme);
        }
    }

    private void addTags(JsonNode document, Set<String> used) {
        merged.path("tags").forEach(known -> used.remove(known.path("name").asText()));
        document.path("tags").forEach(tag -> {
            if (used.remove(tag.path("name").asText())) {
                merged.withArray("/tags").add(tag);
            }
        });
    }

    private void keepScheme() {
        if (merged.at("/components/" + SECURITY_SCHEMES) instanceof ObjectNode schemes) {
            schemes.retain(securityScheme);
        }
        merged.path("paths").forEach(path -> path.forEach(this::secure));
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
