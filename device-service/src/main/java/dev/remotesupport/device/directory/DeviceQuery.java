package dev.remotesupport.device.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which devices are wanted.
 *
 * @param words each must occur
 */
record DeviceQuery(List<String> words, DeviceSort sort, boolean descending, int limit, Optional<Cursor> after) {

    private static final int WORDS = 6;

    /** @throws IllegalArgumentException with a sentence for the caller */
    static DeviceQuery of(String q, String order, int limit, String after) {
        var descending = order.startsWith("-");
        var sort = sort(descending ? order.substring(1) : order);
        return new DeviceQuery(
                words(q), sort, descending, limit, Optional.ofNullable(after).map(text -> Cursor.decoded(sort, text)));
    }

    private static DeviceSort sort(String name) {
        return switch (name) {
            case "lastSeenAt" -> DeviceSort.LAST_SEEN;
            case "name" -> DeviceSort.NAME;
            default -> throw new IllegalArgumentException("Sort by lastSeenAt, -lastSeenAt, name or -name.");
        };
    }

    private static List<String> words(String text) {
        return Optional.ofNullable(text).stream()
                .flatMap(said -> Arrays.stream(said.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .limit(WORDS)
                .toList();
    }
}
