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
        var masked = apply(text, findings, false);
        return masked.codePointCount(0, masked.length()) <= Masker.LONGEST_TEXT ? masked : apply(text, findings, true);
    }

    private static String apply(String text, List<Finding> findings, boolean brief) {
        var masked = new StringBuilder(text.length() + 16 * findings.size());
        int copied = 0;
        for (var finding : findings) {
            masked.append(text, copied, finding.from()).append(brief ? brief(finding) : full(finding));
            copied = finding.to();
        }
        return masked.append(text, copied, text.length()).toString();
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
