package dev.remotesupport.contracts.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remotesupport.contracts.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All actions, by endpoint. */
public final class Permissions {

    private static final String FILE = "/permissions.json";

    /** How a path calls its parameters is nobody's business but its own. */
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final List<Action> actions;
    private final Map<String, Action> byEndpoint;

    /** @throws IllegalStateException when two actions name the same endpoint */
    Permissions(List<Action> actions) {
        this.actions = List.copyOf(actions);
        this.byEndpoint = actions.stream()
                .flatMap(action -> action.endpoints().stream().map(endpoint -> Map.entry(plain(endpoint), action)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static Permissions load() {
        try (var file = Permissions.class.getResourceAsStream(FILE)) {
            var actions = WireJson.mapper()
                    .readTree(Objects.requireNonNull(file, FILE))
                    .path("actions");
            return new Permissions(elements(actions).map(Permissions::action).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    public List<Action> actions() {
        return actions;
    }

    /**
     * What calling an endpoint is, if it is listed at all.
     *
     * @param template the path as its resource declares it, such as {@code /api/sessions/{id}}
     */
    public Optional<Action> of(String method, String template) {
        return Optional.ofNullable(byEndpoint.get(plain(method + " " + template)));
    }

    private static String plain(String endpoint) {
        return PARAMETER.matcher(endpoint).replaceAll("{}");
    }

    private static Action action(JsonNode node) {
        return new Action(
                node.required("id").textValue(),
                node.required("title").textValue(),
                texts(node.required("allowed")).collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(node.path("within").textValue()),
                texts(node.required("endpoints")).toList());
    }

    private static Stream<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::textValue);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
