package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a customer can allow a technician to do, one by one. */
public enum Capability {
    /** See the page or screen. */
    VIEW,

    /** Click, type, scroll and select in it. */
    CONTROL,

    /** Talk by voice or video. */
    CALL,

    /** Record what happens. */
    RECORD,

    /** Exchange files. */
    FILES,

    /** Exchange the clipboard. */
    CLIPBOARD,

    /** See what the camera of the customer's device sees. */
    CAMERA,

    /** See the screen, or the window, that the customer chooses. */
    SCREEN;

    /** Whether it is a live picture that goes from browser to browser. */
    public boolean isMedia() {
        return this == CAMERA || this == SCREEN;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static Capability of(String wire) {
        return Wire.constant(Capability.class, wire);
    }
}
