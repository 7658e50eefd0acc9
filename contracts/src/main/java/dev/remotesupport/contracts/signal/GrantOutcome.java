package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** What became of a grant or of the request for one. */
public enum GrantOutcome {
    /** The customer allowed it. */
    GIVEN,

    /** The customer said no, or did not answer in time. */
    REFUSED,

    /** It was taken back. */
    REVOKED,

    /** Its time ran out. */
    EXPIRED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static GrantOutcome of(String wire) {
        return Wire.constant(GrantOutcome.class, wire);
    }
}
