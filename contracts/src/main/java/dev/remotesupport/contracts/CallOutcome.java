package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a call came to its end. */
public enum CallOutcome {
    /** Both sides spoke, and one hung up. */
    COMPLETED,

    /** Nobody spoke any more when it ended. */
    MISSED,

    /** Whoever it rang at did not want it. */
    DECLINED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static CallOutcome of(String wire) {
        return Wire.constant(CallOutcome.class, wire);
    }
}
