package dev.remotesupport.chat.masking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is masked. Where two overlap, the earlier constant wins. */
public enum Kind {
    CARD("Card numbers"),
    IBAN("IBANs"),
    SOCIAL_SECURITY("Social security numbers"),
    PIN("PINs"),
    SECURITY_CODE("Security codes of cards"),
    PASSWORD("Passwords"),
    ONE_TIME_CODE("One-time codes"),
    ACCOUNT("Account numbers"),
    /** What a pattern of the organisation finds. */
    CUSTOM("Own rule");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Kind of(String wire) {
        for (var kind : values()) {
            if (kind.wire().equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of secret: " + wire);
    }
}
