package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a session stands in its life: requested, queued, offered, active ⇄ interrupted, ended. */
public enum SessionState {
    /** A customer asked for help. */
    REQUESTED,

    /** It waits for a technician. */
    QUEUED,

    /** One technician may accept it, for a short time. */
    OFFERED,

    /** A technician helps. */
    ACTIVE,

    /** One side is away for the moment; not an end. */
    INTERRUPTED,

    /** Over for good. */
    ENDED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static SessionState of(String wire) {
        return Wire.constant(SessionState.class, wire);
    }
}
