package dev.remotesupport.chat.masking;

import java.util.List;

/**
 * What is shown instead. The mask of a kind has one length, so that it tells nothing of the length of what it hides. Where
 * it would make a text too long to store, a short one is used.
 */
final class Masks {

    private static final String FOUR = "••••";

    private Masks() {}

    static String apply(String text, List<Finding> findings) {
        return apply(text, findings, isBrief(text, findings));
    }

    /** Findings of the masked text, as places of the text as it was written. */
    static List<Finding> inText(String text, List<Finding> masked, List<Finding> found) {
        boolean brief = isBrief(text, masked);
        return found.stream()
                .map(finding -> new Finding(
                        finding.kind(),
                        inText(finding.from(), false, masked, brief),
                        inText(finding.to(), true, masked, brief),
                        finding.lastFour()))
                .toList();
    }

    /** A place in a mask is where what it hides begins or ends. */
    private static int inText(int place, boolean isEnd, List<Finding> masked, boolean brief) {
        int longer = 0;
        for (var finding : masked) {
            int from = finding.from() + longer;
            int to = from + mask(finding, brief).length();
            if (isEnd ? place <= from : place < from) {
                return place - longer;
            }
            if (isEnd ? place <= to : place < to) {
                return isEnd ? finding.to() : finding.from();
            }
            longer += to - from - (finding.to() - finding.from());
        }
        return place - longer;
    }

    private static boolean isBrief(String text, List<Finding> findings) {
        var full = apply(text, findings, false);
        return full.codePointCount(0, full.length()) > Masker.LONGEST_TEXT;
    }

    private static String apply(String text, List<Finding> findings, boolean brief) {
        var masked = new StringBuilder(text.length() + 16 * findings.size());
        int copied = 0;
        for (var finding : findings) {
            masked.append(text, copied, finding.from()).append(mask(finding, brief));
            copied = finding.to();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private static String mask(Finding finding, boolean brief) {
        return brief ? brief(finding) : full(finding);
    }

    private static String full(Finding finding) {
        if (finding.lastFour().isEmpty()) {
            return FOUR;
        }
        var hidden = finding.kind() == Kind.CARD ? FOUR + ' ' + FOUR + ' ' + FOUR : FOUR;
        return hidden + ' ' + finding.lastFour();
    }

    /** Never longer than what it hides: cards and accounts have eight digits or more, codes three. */
    private static String brief(Finding finding) {
        return "•" + finding.lastFour();
    }
}
