package dev.remotesupport.chat.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A secret that somebody writes in several messages: a card number in two or three parts, or "my PIN is" and then the PIN.
 *
 * @param earlier the messages before, oldest first, as they are to be kept now
 * @param text the message that completes it, as it is to be kept
 */
public record SplitSecret(List<String> earlier, String text) {

    /** Messages of the same sender that are looked at. */
    public static final int MOST_EARLIER = 3;

    /** A message longer than this says more than the rest of a number. */
    private static final int LONGEST_PART = 300;

    private static final int MOST_WORDS = 4;

    /** Fewer digits among words are a count, or the like. */
    private static final int FEWEST_DIGITS = 4;

    /** Whether a message may be the rest of something: it begins with digits, or is a single word with some. Quick. */
    public static boolean mayEndWith(String text) {
        if (text.length() > LONGEST_PART || Suspicion.none(text)) {
            return false;
        }
        var tokens = new Tokens(new Glyphs(text));
        int words = 0;
        for (int token = 0; token < tokens.size() && words <= MOST_WORDS; token++) {
            if (tokens.isNumber(token)) {
                return isOneWord(tokens) || !tokens.isGlued(token) && isLongEnough(tokens);
            }
            if (tokens.isWord(token) && !tokens.isGlued(token + 1)) {
                words++;
                if (Vocabulary.at(tokens, token).roles() == 0) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isLongEnough(Tokens tokens) {
        int digits = 0;
        boolean words = false;
        for (int token = 0; token < tokens.size(); token++) {
            digits += tokens.digits(token).length();
            words |= tokens.isWord(token);
        }
        return digits >= FEWEST_DIGITS || !words;
    }

    private static boolean isOneWord(Tokens tokens) {
        for (int token = 1; token < tokens.size(); token++) {
            if (!tokens.touches(token)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the text completes together with the messages before it; empty when nothing. What reaches furthest counts, as the last
     * parts of a number may look like a shorter one.
     *
     * @param earlier the sender's last messages, oldest first, as they are kept
     * @param adjacent whether nobody else has written since the last of them
     */
    public static Optional<SplitSecret> find(Masker masker, List<String> earlier, String text, boolean adjacent) {
        return IntStream.rangeClosed(1, Math.min(MOST_EARLIER, earlier.size()))
                .mapToObj(parts -> {
                    int first = earlier.size() - parts;
                    return join(masker, earlier.subList(first, earlier.size()), text, adjacent && parts == 1)
                            .map(joined -> joined.after(earlier.subList(0, first)));
                })
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Joined::reach))
                .map(Joined::secret);
    }

    /** @param reach where in the last text it ends */
    private record Joined(SplitSecret secret, int reach) {
        Joined after(List<String> untouched) {
            var all = new ArrayList<>(untouched);
            all.addAll(secret.earlier);
            return new Joined(new SplitSecret(all, secret.text), reach);
        }
    }

    private static Optional<Joined> join(Masker masker, List<String> earlier, String text, boolean context) {
        var before = String.join("\n", earlier) + "\n";
        var findings = masker.find(before + text).stream()
                .filter(finding -> finding.to() > before.length() && (finding.from() < before.length() || context))
                .toList();
        boolean spanning = findings.stream().anyMatch(finding -> finding.from() < before.length());
        if (findings.isEmpty() || !context && !spanning) {
            return Optional.empty();
        }
        var kept = new ArrayList<String>();
        int from = 0;
        for (var part : earlier) {
            kept.add(Masks.apply(part, within(findings, from, from + part.length())));
            from += part.length() + 1;
        }
        int end = findings.stream().mapToInt(Finding::to).max().orElseThrow();
        return Optional.of(new Joined(
                new SplitSecret(kept, Masks.apply(text, within(findings, from, from + text.length()))),
                end - before.length()));
    }

    /** What of the findings lies between two places, counted from the first; its last four only where all of them lie there. */
    private static List<Finding> within(List<Finding> findings, int from, int to) {
        return findings.stream()
                .filter(finding -> finding.from() < to && finding.to() > from)
                .map(finding -> new Finding(
                        finding.kind(),
                        Math.max(finding.from(), from) - from,
                        Math.min(finding.to(), to) - from,
                        finding.to() <= to && finding.to() - Math.max(finding.from(), from) >= 4
                                ? finding.lastFour()
                                : ""))
                .toList();
    }

    /** Without the texts, so that they can never reach a log by accident. */
    @Override
    public String toString() {
        return "SplitSecret[parts=" + (earlier.size() + 1) + "]";
    }
}
