package dev.remotesupport.chat.masking;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as a person sees it: digits of every script as {@code 0-9}, letters small and without accents, every dash as
 * {@code -}, every space as {@code ' '}; what shows nothing, such as a zero-width space, is left out. Each glyph knows the
 * chars it stands for.
 */
class Glyphs {

    private static final char UNKNOWN = 0;
    private static final char NOTHING = 1;
    private static final char PICTURE = '\u25A1';

    /** What each char of the basic plane folds to, filled in as they are met. A race writes the same value twice. */
    private static final char[] FOLDED = new char[1 << 16];

    private final char[] glyphs;
    private final int[] from;
    private final int[] to;
    private final int size;

    Glyphs(String text) {
        int length = text.length();
        glyphs = new char[length];
        from = new int[length];
        to = new int[length];
        int count = 0;
        for (int at = 0; at < length; ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            char glyph = fold(point);
            if (glyph != NOTHING) {
                glyphs[count] = glyph;
                from[count] = at;
                to[count++] = next;
            } else if (count > 0 && to[count - 1] == at && isMark(point)) {
                to[count - 1] = next; // an accent belongs to its letter, a keycap to its digit
            }
            at = next;
        }
        size = count;
    }

    int size() {
        return size;
    }

    char at(int index) {
        return index >= 0 && index < size ? glyphs[index] : ' ';
    }

    /** Where the glyph begins in the text. */
    int from(int index) {
        return from[index];
    }

    /** Where the glyph ends in the text. */
    int to(int index) {
        return to[index];
    }

    String string(int begin, int end) {
        return new String(glyphs, begin, end - begin);
    }

    static String fold(String text) {
        var folded = new Glyphs(text);
        return new String(Arrays.copyOf(folded.glyphs, folded.size));
    }

    static boolean isDigit(char glyph) {
        return glyph >= '0' && glyph <= '9';
    }

    static boolean isLetter(char glyph) {
        return glyph >= 'a' && glyph <= 'z' || glyph > 127 && Character.isLetter(glyph);
    }

    static boolean isSpace(char glyph) {
        return glyph == ' ' || glyph == '\n';
    }

    /** What a code point folds to; not a sign of a text when it shows nothing. */
    static char fold(int point) {
        if (point >= FOLDED.length) {
            return compute(point);
        }
        char known = FOLDED[point];
        if (known == UNKNOWN) {
            known = compute(point);
            FOLDED[point] = known;
        }
        return known;
    }

    private static char compute(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SURROGATE -> NOTHING;
            case Character.CONTROL -> point == '\n' ? '\n' : ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER -> number(point);
            default -> other(point);
        };
    }

    private static char number(int point) {
        int digit = Character.digit(point, 10);
        int value = digit >= 0 ? digit : Character.getNumericValue(point);
        return value >= 0 && value <= 9 ? (char) ('0' + value) : PICTURE;
    }

    private static char other(int point) {
        if (point < 128) {
            return (char) Character.toLowerCase(point);
        }
        // Blank though they are no spaces: Hangul fillers and the empty Braille pattern.
        if (point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800) {
            return ' ';
        }
        if (point == 0x2212 || point == 0x2043) {
            return '-';
        }
        if (point == 0x2018 || point == 0x2019 || point == 0x02BC || point == 0x00B4) {
            return '\'';
        }
        if (Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL) {
            return (char) point;
        }
        var plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        char first = plain.charAt(0);
        if (Character.isSurrogate(first)) {
            return Character.isLetter(point) ? '\u4E00' : PICTURE;
        }
        return Character.isSpaceChar(first) ? ' ' : Character.toLowerCase(first);
    }

    private static boolean isMark(int point) {
        return Character.getType(point) != Character.FORMAT;
    }
}
