package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Role;

/**
 * What stands between two spaces, as passwords do, without the quotes around it and the stop behind it.
 *
 * @param first its first token
 * @param last its last token
 * @param raw as it was written
 */
record Lump(int first, int last, String raw) {

    private static final String OPENING = "\"'«“„‘`([{<";
    /** What closes each of the opening signs, in their order. */
    private static final String[] QUOTE_ENDS = {"\"", "'", "»", "”“", "“”", "'", "`", ")", "]", "}", ">"};

    private static final int MOST_OPENING = 4;
    private static final int LONGEST_QUOTE = 12;
    private static final String CLOSING = "\"'»”“’`)]}>.,;:?。，";
    private static final String SYMBOLS = "@#$%^&*!_+=~|<>\\?{}[]€£§";

    /** The lump that begins here; null when nothing does. Within an address it ends at an ampersand. */
    static Lump at(Tokens tokens, String text, int token) {
        int first = token;
        while (first < token + MOST_OPENING
                && tokens.isSign(first)
                && OPENING.indexOf(tokens.sign(first)) >= 0
                && tokens.touches(first + 1)) {
            first++;
        }
        if (tokens.isSign(first) && OPENING.indexOf(tokens.sign(first)) >= 0) {
            return null; // nothing but quotes
        }
        int closing = first > token ? closing(tokens, token) : 0;
        if (closing > first) {
            return new Lump(first, closing - 1, text.substring(tokens.from(first), tokens.to(closing - 1)));
        }
        boolean inAddress = tokens.isSign(token - 1, '=') && tokens.touches(token);
        int last = first;
        while (last + 1 < tokens.size()
                && tokens.touches(last + 1)
                && !(inAddress && (tokens.isSign(last + 1, '&') || tokens.isSign(last + 1, ';')))
                && !isForeign(tokens.word(last + 1))) {
            last++;
        }
        while (last > first && tokens.isSign(last) && CLOSING.indexOf(tokens.sign(last)) >= 0) {
            last--;
        }
        if (first >= tokens.size() || first == last && tokens.isSign(first) || isForeign(tokens.word(first))) {
            return null;
        }
        return new Lump(first, last, text.substring(tokens.from(first), tokens.to(last)));
    }

    /** The sign that closes a quotation of a few words, or 0. */
    private static int closing(Tokens tokens, int opening) {
        int which = OPENING.indexOf(tokens.sign(opening));
        for (int token = opening + 2; token < opening + LONGEST_QUOTE && token < tokens.size(); token++) {
            if (tokens.isSign(token)
                    && QUOTE_ENDS[which].indexOf(tokens.sign(token)) >= 0
                    && !tokens.touches(token + 1)) {
                return token;
            }
        }
        return 0;
    }

    /** Whether a sign can be the first of a password or of a quoted one. */
    static boolean mayBegin(Tokens tokens, int sign) {
        return OPENING.indexOf(tokens.sign(sign)) >= 0
                || SYMBOLS.indexOf(tokens.sign(sign)) >= 0
                        && "=>|?".indexOf(tokens.sign(sign)) < 0
                        && !tokens.touches(sign);
    }

    /** A sign of a script that puts no spaces between words. */
    private static boolean isForeign(String word) {
        return word.length() == 1 && word.charAt(0) >= 0x0E00 && Character.isLetter(word.charAt(0));
    }

    boolean isQuoted(Tokens tokens, int from) {
        return from < first;
    }

    boolean hasLetterAndDigit() {
        return raw.codePoints().anyMatch(Character::isLetter)
                && raw.codePoints().anyMatch(Character::isDigit);
    }

    /** Whether it looks like no word of a language: digits or symbols among letters, or capitals in the middle. */
    boolean looksSecret() {
        if (raw.length() < 4 || isAddress() || isName()) {
            return false;
        }
        boolean inner = false;
        for (int i = 1; i < raw.length(); i++) {
            inner |= Character.isUpperCase(raw.charAt(i)) && Character.isLowerCase(raw.charAt(i - 1));
        }
        return hasLetterAndDigit() || inner || raw.chars().anyMatch(sign -> SYMBOLS.indexOf(sign) >= 0);
    }

    /** A mail or web address. */
    boolean isAddress() {
        return raw.contains("://")
                || raw.regionMatches(true, 0, "www.", 0, 4)
                || raw.indexOf('@') > 0 && raw.indexOf('.', raw.indexOf('@')) > 0 && raw.endsWith(domain());
    }

    private String domain() {
        int dot = raw.lastIndexOf('.');
        var end = raw.substring(dot + 1);
        return end.length() >= 2 && end.length() <= 6 && end.chars().allMatch(Character::isLetter) ? end : "\0";
    }

    /** A date, a time or a number with a unit: {@code 12.05.2024}, {@code 10am}, {@code 2FA}. */
    private boolean isName() {
        return raw.chars().allMatch(sign -> Character.isDigit(sign) || ".,:/-".indexOf(sign) >= 0);
    }

    boolean isPlainWord() {
        return raw.length() >= 3
                && raw.codePoints().allMatch(point -> Character.isLetter(point) || point == '-' || point == '\'');
    }

    /** Whether its words have a meaning of their own after a word for a password. */
    boolean isOrdinary(Tokens tokens) {
        return Vocabulary.at(tokens, first).roles() != 0
                || Vocabulary.is(tokens, first, Role.STOP)
                || tokens.word(first).isEmpty();
    }

    /** Whether nothing of the sentence follows that belongs to it. */
    boolean endsClause(Tokens tokens) {
        int next = last + 1;
        return next >= tokens.size()
                || tokens.afterNewline(next)
                || tokens.isSign(next)
                || Vocabulary.is(tokens, next, Role.ENDS);
    }
}
