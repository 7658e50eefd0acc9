package dev.remotesupport.chat.masking;

import java.util.Arrays;

/**
 * The words, numbers and signs of a text. Letters and digits that touch are tokens of their own, glued together; signs of
 * scripts that put no spaces between words are a word each. Digits that somebody spells out, three or more in a row, are
 * numbers too.
 */
class Tokens {

    private static final byte WORD = 1;
    private static final byte NUMBER = 2;
    private static final byte SIGN = 3;

    private final Glyphs glyphs;
    private byte[] type = new byte[32];
    private int[] begin = new int[32];
    private int[] end = new int[32];
    private String[] words = new String[32];
    private boolean[] glued = new boolean[32];
    private int size;

    Tokens(Glyphs glyphs) {
        this.glyphs = glyphs;
        for (int at = 0; at < glyphs.size(); ) {
            at = next(at);
        }
        SpelledDigits.find(this);
    }

    private int next(int at) {
        char glyph = glyphs.at(at);
        if (Glyphs.isSpace(glyph)) {
            return at + 1;
        }
        if (!isAlphanumeric(glyph)) {
            add(SIGN, at, at + 1, false);
            return at + 1;
        }
        if (standsAlone(glyph)) {
            add(WORD, at, at + 1, false);
            return at + 1;
        }
        int stop = at + 1;
        while (isAlphanumeric(glyphs.at(stop)) && !standsAlone(glyphs.at(stop))) {
            stop++;
        }
        chunk(at, stop);
        return stop;
    }

    private void chunk(int from, int stop) {
        if (isNumberWithLookalikes(from, stop)) {
            add(NUMBER, from, stop, false);
            return;
        }
        int start = from;
        for (int at = from + 1; at <= stop; at++) {
            boolean digits = Glyphs.isDigit(glyphs.at(start));
            if (at == stop || Glyphs.isDigit(glyphs.at(at)) != digits) {
                add(digits ? NUMBER : WORD, start, at, start > from);
                start = at;
            }
        }
    }

    /** {@code 41l1}, {@code 1O24}, {@code OOOO}: letters that look like digits, in the company of digits. */
    private boolean isNumberWithLookalikes(int from, int stop) {
        int digits = 0;
        int zeros = 0;
        for (int at = from; at < stop; at++) {
            char glyph = glyphs.at(at);
            if (Glyphs.isDigit(glyph)) {
                digits++;
            } else if (glyph == 'o') {
                zeros++;
            } else if (glyph != 'l' && glyph != 'i') {
                return false;
            }
        }
        int length = stop - from;
        return digits * 2 > length || length == 4 && digits + zeros == length && (digits > 0 || isNumber(size - 1));
    }

    private void add(byte kind, int from, int stop, boolean touchesLast) {
        if (size == type.length) {
            type = Arrays.copyOf(type, size * 2);
            begin = Arrays.copyOf(begin, size * 2);
            end = Arrays.copyOf(end, size * 2);
            words = Arrays.copyOf(words, size * 2);
            glued = Arrays.copyOf(glued, size * 2);
        }
        type[size] = kind;
        begin[size] = from;
        end[size] = stop;
        words[size] = kind == SIGN ? null : glyphs.string(from, stop);
        if (kind == NUMBER) {
            words[size] = words[size].replace('o', '0').replace('l', '1').replace('i', '1');
        }
        glued[size++] = touchesLast;
    }

    /** Makes a spelled digit a number. */
    void respell(int token, String digits) {
        type[token] = NUMBER;
        words[token] = digits;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    int size() {
        return size;
    }

    boolean isWord(int token) {
        return token >= 0 && token < size && type[token] == WORD;
    }

    boolean isNumber(int token) {
        return token >= 0 && token < size && type[token] == NUMBER;
    }

    boolean isSign(int token) {
        return token >= 0 && token < size && type[token] == SIGN;
    }

    boolean isSign(int token, char sign) {
        return isSign(token) && sign(token) == sign;
    }

    /** A word without accents and in small letters; empty when this token is none. */
    String word(int token) {
        return isWord(token) ? words[token] : "";
    }

    /** The digits of a number; empty when this token is none. */
    String digits(int token) {
        return isNumber(token) ? words[token] : "";
    }

    char sign(int token) {
        return isSign(token) ? glyphs.at(begin[token]) : ' ';
    }

    /** Whether a letter and a digit touch between this token and the one before. */
    boolean isGlued(int token) {
        return token > 0 && token < size && glued[token];
    }

    /** Whether nothing at all is between this token and the one before. */
    boolean touches(int token) {
        return token > 0 && token < size && begin[token] == end[token - 1];
    }

    boolean afterNewline(int token) {
        for (int at = token == 0 ? 0 : end[token - 1]; at < begin[token]; at++) {
            if (glyphs.at(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    int firstGlyph(int token) {
        return begin[token];
    }

    int afterGlyph(int token) {
        return end[token];
    }

    /** Where the token begins in the text. */
    int from(int token) {
        return glyphs.from(begin[token]);
    }

    /** Where the token ends in the text. */
    int to(int token) {
        return glyphs.to(end[token] - 1);
    }

    private static boolean isAlphanumeric(char glyph) {
        return Glyphs.isDigit(glyph) || Glyphs.isLetter(glyph);
    }

    /** Chinese, Japanese, Korean and Thai put no spaces between words, or glue endings to them. */
    private static boolean standsAlone(char glyph) {
        return glyph >= 0x0E00 && glyph <= 0x0E7F || glyph >= 0x2E80 && glyph <= 0xD7FF && Character.isLetter(glyph);
    }
}
