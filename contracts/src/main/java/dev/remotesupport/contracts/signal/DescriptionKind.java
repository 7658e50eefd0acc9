package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** Which part of the agreement on a peer connection a description is. */
public enum DescriptionKind {
    /** What one side wants to send and take. */
    OFFER,

    /** What the other agrees to. */
    ANSWER;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static DescriptionKind of(String wire) {
        return Wire.constant(DescriptionKind.class, wire);
    }
}
