package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which sessions are wanted.
 *
 * @param states all when empty
 * @param words each must occur
 * @param customer whose sessions only
 * @param newestFirst by the time of the request
 */
record SessionQuery(
        Set<SessionState> states,
        List<String> words,
        Optional<String> customer,
        boolean newestFirst,
        int limit,
        Optional<Cursor> after) {

    private static final int WORDS = 6;

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Set<SessionState> states(String text) {
        return split(text, ",").map(SessionState::of).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> words(String text) {
        return split(text, "\\s+")
                .map(word -> word.toLowerCase(Locale.ROOT))
                .limit(WORDS)
                .toList();
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static boolean newestFirst(String sort) {
        return switch (sort == null ? "-requestedAt" : sort) {
            case "-requestedAt" -> true;
            case "requestedAt" -> false;
            default -> throw new IllegalArgumentException("Sort by requestedAt or -requestedAt.");
        };
    }

    private static Stream<String> split(String text, String separator) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
