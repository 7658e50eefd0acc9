package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** Why a watched page stands still. */
public enum PauseReason {
    /** The customer does not allow viewing, or no longer. */
    NOT_GRANTED,

    /** Too much changed at once; a new keyframe was asked for. */
    TOO_LARGE,

    /** The tab lost its connection and may come back. */
    DISCONNECTED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static PauseReason of(String wire) {
        return Wire.constant(PauseReason.class, wire);
    }
}
