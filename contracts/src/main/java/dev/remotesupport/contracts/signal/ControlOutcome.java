package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** What became of a remote control command in the customer's page. */
public enum ControlOutcome {
    /** It was carried out. */
    DONE,

    /** The page did not allow it, as on a private field. */
    REFUSED,

    /** The element is no longer there. */
    MISSING,

    /** The customer is asked to do it; another result follows. */
    PROPOSED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static ControlOutcome of(String wire) {
        return Wire.constant(ControlOutcome.class, wire);
    }
}
