package dev.remotesupport.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** A piece of a schema file, which knows where it stands and so can follow references. */
record Definition(String file, JsonNode node) {

    /** What a reference leads to; of a nullable one, what it may be besides null. */
    Definition resolved() {
        if (node.has("$ref")) {
            return Definitions.follow(file, node.get("$ref").textValue()).resolved();
        }
        if (node.has("anyOf")) {
            return new Definition(file, node.at("/anyOf/0")).resolved();
        }
        return this;
    }

    boolean nullable() {
        return node.has("anyOf") || node.path("type").isArray();
    }

    Definition property(String name) {
        return new Definition(file, node.at("/properties/" + name));
    }

    Definition items() {
        return new Definition(file, node.path("items"));
    }

    Set<String> required() {
        Set<String> names = new HashSet<>();
        node.path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }
}
