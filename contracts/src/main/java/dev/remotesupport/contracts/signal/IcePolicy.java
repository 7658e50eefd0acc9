package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** By which ways two browsers may find each other: all there are, or relays alone. */
public enum IcePolicy {
    ALL,
    RELAY;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static IcePolicy of(String wire) {
        return Wire.constant(IcePolicy.class, wire);
    }
}
