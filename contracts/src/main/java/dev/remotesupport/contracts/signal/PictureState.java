package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** What one side of a peer connection tells the other about its picture. */
public enum PictureState {
    /** The technician has none and waits for an offer. */
    WANTED,

    /** The customer's browser asks its owner. */
    ASKING,

    /** There is nothing to show; the reason says why. */
    FAILED,

    /** There was something, and it is over. */
    ENDED;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static PictureState of(String wire) {
        return Wire.constant(PictureState.class, wire);
    }
}
