package dev.remotesupport.device.directory;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in the list after which the next page begins.
 *
 * @param value of the column that the list is ordered by
 */
record Cursor(Object value, UUID id) {

    static String after(DeviceSort sort, DeviceView last) {
        var text = last.id() + " " + sort.place(last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Cursor decoded(DeviceSort sort, String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(sort.value(parts[1]), UUID.fromString(parts[0]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"after\" takes what the last page answered as \"next\".", e);
        }
    }
}
