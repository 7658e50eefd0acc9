package dev.remotesupport.chat.masking;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/**
 * A pattern of an organisation, in the syntax of RE2, which takes linear time for any text. What it costs for each char
 * is bounded too, by the size of its program.
 */
final class OwnPattern {

    static final int LONGEST = 200;

    /** Matches in one text. */
    static final int MOST_FINDINGS = 200;

    /** Steps for each char of a text at the most, over all patterns of an organisation. */
    static final int MOST_STEPS = 1500;

    /** Repetitions are unrolled before they can be measured, so they are bounded beforehand. */
    private static final int MOST_REPETITIONS = 1000;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?}");

    private final Pattern pattern;

    private OwnPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException with a sentence for the person who wrote it */
    static OwnPattern of(String written) {
        if (written.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters.");
        }
        if (repetitions(written) > MOST_REPETITIONS) {
            throw new IllegalArgumentException(
                    "Its repetitions multiply to more than " + MOST_REPETITIONS + "; make them smaller.");
        }
        try {
            var compiled = Pattern.compile(written);
            if (compiled.matcher("").find()) {
                throw new IllegalArgumentException("It matches where nothing is.");
            }
            return new OwnPattern(compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    e.getDescription() + (e.getPattern() == null ? "" : ": " + e.getPattern()), e);
        }
    }

    int steps() {
        return pattern.programSize();
    }

    /** What it matches; what matches more often is one finding from the last place on. */
    List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (found.size() == MOST_FINDINGS - 1) {
                found.add(Finding.whole(Kind.CUSTOM, matcher.start(), text.length()));
                break;
            }
            if (matcher.end() > matcher.start()) {
                found.add(Finding.whole(Kind.CUSTOM, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    private static long repetitions(String written) {
        return REPETITION
                .matcher(written)
                .results()
                .mapToLong(OwnPattern::times)
                .reduce(1, (all, one) -> Math.min(Integer.MAX_VALUE, all * Math.max(1, one)));
    }

    private static long times(MatchResult repetition) {
        var most = repetition.group(2);
        return Long.parseLong(most == null || most.isEmpty() ? repetition.group(1) : most);
    }
}
