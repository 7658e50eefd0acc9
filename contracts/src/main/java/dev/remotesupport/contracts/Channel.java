package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what means a session helps. */
public enum Channel {
    /** Written messages. */
    CHAT,

    /** The customer's web page. */
    COBROWSE,

    /** Voice or video. */
    CALL,

    /** A whole device through the desktop helper. */
    REMOTE;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static Channel of(String wire) {
        return Wire.constant(Channel.class, wire);
    }
}
