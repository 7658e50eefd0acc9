package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** Where the picture comes from that one side of a call sends. */
public enum PictureSource {
    NONE,
    CAMERA,
    SCREEN;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static PictureSource of(String wire) {
        return Wire.constant(PictureSource.class, wire);
    }
}
