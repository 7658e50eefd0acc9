package dev.remotesupport.session.directory;

import dev.remotesupport.session.lifecycle.Session;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The place in the list after which the next page begins. */
record Cursor(Instant requestedAt, UUID id) {

    static Cursor after(Session last) {
        return new Cursor(last.times().requestedAt(), last.id());
    }

    String encoded() {
        var text = requestedAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Cursor decoded(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"after\" takes what the last page answered as \"next\".", e);
        }
    }
}
