package dev.remotesupport.contracts.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remotesupport.contracts.Wire;

/** What a chat message holds. */
public enum MessageType {
    /** Plain text. */
    TEXT,
    /** A file to download. */
    FILE,
    /** A picture that can be shown. */
    IMAGE;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static MessageType of(String wire) {
        return Wire.constant(MessageType.class, wire);
    }
}
