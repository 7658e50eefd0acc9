package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of device a customer uses. */
public enum DeviceKind {
    /** A web browser with the embedded script. */
    BROWSER;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static DeviceKind of(String wire) {
        return Wire.constant(DeviceKind.class, wire);
    }
}
