package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a member of the staff takes sessions, by the member's own word. */
public enum Availability {
    /** Takes sessions. */
    ONLINE,

    /** At work, and takes no more for now. */
    BUSY,

    /** Away for a while. */
    BREAK,

    /** Not at work. */
    OFFLINE;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static Availability of(String wire) {
        return Wire.constant(Availability.class, wire);
    }
}
