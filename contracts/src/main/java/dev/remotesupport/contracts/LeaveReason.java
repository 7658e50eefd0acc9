package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a participant is no longer in a session's room. */
public enum LeaveReason {
    /** It said so. */
    LEFT,

    /** Its connection broke and did not come back in time. */
    LOST,

    /** A newer connection took its place. */
    REPLACED,

    /** It may no longer take part. */
    REMOVED,

    /** The session ended. */
    ENDED;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static LeaveReason of(String wire) {
        return Wire.constant(LeaveReason.class, wire);
    }
}
