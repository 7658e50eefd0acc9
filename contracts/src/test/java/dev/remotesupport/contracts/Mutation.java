package dev.remotesupport.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/** An example with one thing changed. */
record Mutation(String what, JsonNode frame) {

    @Override
    public String toString() {
        return what;
    }
}
