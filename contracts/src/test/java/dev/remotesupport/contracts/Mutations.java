package dev.remotesupport.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks an example along its schema and changes one thing at a time: what must be refused, and what must just be accepted. */
final class Mutations {

    private final ObjectNode example;
    private final List<Mutation> bad = new ArrayList<>();
    private final List<Mutation> good = new ArrayList<>();

    private Mutations(JsonNode example) {
        this.example = (ObjectNode) example;
    }

    static Mutations of(Definition message, JsonNode example) {
        Mutations mutations = new Mutations(example);
        mutations.fields(message, "");
        return mutations;
    }

    /** One field missing, of a wrong type, or one step beyond its bounds. */
    List<Mutation> bad() {
        return bad;
    }

    /** An optional field left out, a nullable one null, each word of an enum, each bound just reached. */
    List<Mutation> good() {
        return good;
    }

    private void fields(Definition object, String path) {
        object.node().path("properties").fieldNames().forEachRemaining(name -> {
            if (!name.equals("type")
                    || object.property(name).node().path("const").isMissingNode()) {
                field(object, path, name);
            }
        });
    }

    private void field(Definition object, String path, String name) {
        String at = path + "/" + name;
        boolean required = object.required().contains(name);
        (required ? bad : good).add(new Mutation("without " + at, at(path, parent -> parent.remove(name))));
        Definition declared = object.property(name);
        if (declared.nullable()) {
            replace(good, path, name, NullNode.instance);
        } else if (required) {
            replace(bad, path, name, NullNode.instance);
        }
        value(declared.resolved(), path, name);
    }

    private void value(Definition type, String path, String name) {
        if (type.node().has("enum")) {
            type.node().get("enum").forEach(word -> replace(good, path, name, word));
            replace(bad, path, name, TextNode.valueOf("nonsense"));
            replace(bad, path, name, LongNode.valueOf(0));
            return;
        }
        JsonNode declared = type.node().get("type");
        switch (declared.isArray() ? declared.get(0).textValue() : declared.textValue()) {
            case "string" -> text(type.node(), path, name);
            case "integer" -> integer(type.node(), path, name);
            case "number" -> number(type.node(), path, name);
            case "boolean" -> {
                replace(bad, path, name, TextNode.valueOf("true"));
                replace(bad, path, name, LongNode.valueOf(1));
                replace(good, path, name, BooleanNode.TRUE);
                replace(good, path, name, BooleanNode.FALSE);
            }
            case "array" -> array(type, path, name);
            case "object" -> {
                replace(bad, path, name, TextNode.valueOf("wrong"));
                replace(bad, path, name, JsonNodeFactory.instance.arrayNode());
                if (example.at(path + "/" + name).isObject()) {
                    fields(type, path + "/" + name);
                }
            }
            default -> throw new IllegalStateException(path + "/" + name + " has no known type: " + declared);
        }
    }

    private void text(JsonNode type, String path, String name) {
        replace(bad, path, name, BooleanNode.TRUE);
        replace(bad, path, name, JsonNodeFactory.instance.objectNode());
        if (type.has("pattern")) {
            replace(bad, path, name, TextNode.valueOf("?!"));
        }
        if (type.path("minLength").asInt() == 1) {
            replace(bad, path, name, TextNode.valueOf(""));
        }
        if (type.has("maxLength")) {
            int max = type.get("maxLength").intValue();
            String character = type.has("pattern") ? "a" : "👋";
            replace(good, path, name, TextNode.valueOf(character.repeat(max)));
            replace(bad, path, name, TextNode.valueOf(character.repeat(max + 1)));
        }
    }

    private void integer(JsonNode type, String path, String name) {
        long min = type.get("minimum").longValue();
        long max = type.get("maximum").longValue();
        replace(bad, path, name, TextNode.valueOf("7"));
        replace(bad, path, name, DoubleNode.valueOf(1.5));
        replace(bad, path, name, LongNode.valueOf(min - 1));
        replace(bad, path, name, LongNode.valueOf(max + 1));
        replace(good, path, name, LongNode.valueOf(min));
        replace(good, path, name, LongNode.valueOf(max));
    }

    private void number(JsonNode type, String path, String name) {
        double min = type.get("minimum").doubleValue();
        double max = type.get("maximum").doubleValue();
        replace(bad, path, name, TextNode.valueOf("0.5"));
        replace(bad, path, name, DoubleNode.valueOf(min - 0.5));
        replace(bad, path, name, DoubleNode.valueOf(max + 0.5));
        replace(good, path, name, DoubleNode.valueOf(min));
        replace(good, path, name, DoubleNode.valueOf(max));
    }

    private void array(Definition type, String path, String name) {
        replace(bad, path, name, TextNode.valueOf("wrong"));
        replace(bad, path, name, JsonNodeFactory.instance.objectNode());
        replace(good, path, name, JsonNodeFactory.instance.arrayNode());
        if (!type.node().has("items")) {
            return;
        }
        String at = path + "/" + name;
        JsonNode first = example.at(at + "/0");
        int max = type.node().get("maxItems").intValue();
        replace(good, path, name, repeated(first, max));
        replace(bad, path, name, repeated(first, max + 1));
        Definition items = type.items().resolved();
        if (first.isObject()) {
            fields(items, at + "/0");
        }
    }

    private static ArrayNode repeated(JsonNode item, int times) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < times; i++) {
            array.add(item);
        }
        return array;
    }

    private void replace(List<Mutation> mutations, String path, String name, JsonNode value) {
        String shown = value.toString();
        String what = path + "/" + name + " = " + (shown.length() > 40 ? shown.substring(0, 40) + "…" : shown);
        mutations.add(new Mutation(what, at(path, parent -> parent.set(name, value))));
    }

    private JsonNode at(String path, Consumer<ObjectNode> change) {
        ObjectNode copy = example.deepCopy();
        change.accept((ObjectNode) copy.at(path));
        return copy;
    }
}
