package dev.remotesupport.session.directory;

import dev.remotesupport.session.lifecycle.Session;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in the list after which the next page begins.
 *
 * @param key what the last session was sorted by besides its time; empty when by nothing else
 */
record Cursor(Sort sort, Instant requestedAt, UUID id, String key) {

    /** The longest that a place can be when written: a name of 200 characters of four bytes each, and the rest. */
    static final int LENGTH = 1_300;

    private static final int PARTS = 4;

    static Cursor after(Sort sort, Session last) {
        return new Cursor(sort, last.times().requestedAt(), last.id(), sort.keyOf(last));
    }

    String encoded() {
        var text = sort.wire() + " " + requestedAt + " " + id + " " + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Cursor decoded(String text, Sort sort) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
            var place = new Cursor(Sort.of(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]), parts[3]);
            place.sort().check(place.key());
            if (place.sort() == sort && place.key().indexOf('\0') < 0) {
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(refusal(), e);
        }
        throw new IllegalArgumentException(refusal());
    }

    private static String refusal() {
        return "\"after\" takes what the last page of the same list answered as \"next\".";
    }
}
