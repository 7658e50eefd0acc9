package dev.remotesupport.chat.masking;

/**
 * The quick look that spares most messages the long one: a text without a digit and without a word that announces a
 * password or spells a digit holds no secret that we could find.
 */
final class Suspicion {

    private static final int SPELLED = 3;

    private Suspicion() {}

    /** Whether a text certainly holds nothing to mask. */
    static boolean none(String text) {
        int spelled = 0;
        int word = -1;
        for (int at = 0; at <= text.length(); at++) {
            char sign = at < text.length() ? text.charAt(at) : ' ';
            if (sign > 127 && !isLatinLetter(sign) || sign >= '0' && sign <= '9') {
                return false;
            }
            boolean letter = sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign > 127;
            if (letter && word < 0) {
                word = at;
            } else if (!letter && word >= 0) {
                if (Vocabulary.mayAnnouncePassword(text, word, at)) {
                    return false;
                }
                spelled += Vocabulary.maySpellDigit(text, word, at) ? 1 : 0;
                word = -1;
            }
        }
        return spelled < SPELLED;
    }

    /** Letters of Western Europe; any other sign beyond ASCII gets the long look. */
    private static boolean isLatinLetter(char sign) {
        return sign >= '\u00C0' && sign <= '\u017F';
    }
}
