package dev.remotesupport.session.tag;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How tags are written, so that people who mean the same write the same. */
public final class Tags {

    public static final int PER_SESSION = 20;
    public static final int LENGTH = 40;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Tags() {}

    /**
     * In lower case, with single spaces, each once, in alphabetical order.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public static List<String> normalised(List<String> tags) {
        var normal = tags.stream().map(Tags::normalised).distinct().sorted().toList();
        if (normal.size() > PER_SESSION) {
            throw new IllegalArgumentException("A session has at most " + PER_SESSION + " tags.");
        }
        return normal;
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    public static String normalised(String tag) {
        var normal = SPACE.matcher(Normalizer.normalize(tag, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("A tag has at least one letter.");
        }
        if (normal.codePointCount(0, normal.length()) > LENGTH) {
            throw new IllegalArgumentException("A tag has at most " + LENGTH + " letters.");
        }
        if (normal.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A tag has no control characters.");
        }
        return normal;
    }
}
