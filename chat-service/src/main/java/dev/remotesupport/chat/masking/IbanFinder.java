package dev.remotesupport.chat.masking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds IBANs: a country, its length, and the check of ISO 13616 (mod 97), in any pieces and letters. */
final class IbanFinder {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    /** The lengths of the SWIFT registry; other countries may have any. */
    private static final Map<String, Integer> LENGTHS = Stream.of(
                    "no15 be16 dk18 fi18 fk18 fo18 gl18 nl18 sd18 mk19 si19 at20 ba20 ee20 kz20 lt20 lu20 xk20 mn20 ch21 cr21",
                    "hr21 li21 lv21 ba20 bg22 bh22 de22 gb22 ge22 ie22 me22 rs22 va22 ae23 gi23 il23 iq23 om23 so23 tl23 ad24",
                    "cz24 es24 md24 pk24 ro24 sa24 se24 sk24 tn24 vg24 ly25 pt25 st25 is26 tr26 bi27 dj27 fr27 gr27 it27 mc27",
                    "mr27 sm27 al28 az28 by28 cy28 do28 gt28 hu28 lb28 ni28 pl28 sv28 br29 eg29 ps29 qa29 ua29 jo30 kw30 mu30",
                    "ye30 mt31 sc31 lc32 ru33")
            .flatMap(line -> Stream.of(line.split(" ")))
            .distinct()
            .collect(Collectors.toMap(entry -> entry.substring(0, 2), entry -> Integer.parseInt(entry.substring(2))));

    private static final Set<String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(country -> country.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Tokens tokens;
    private final Glyphs glyphs;
    private final List<Finding> found = new ArrayList<>();

    private IbanFinder(Tokens tokens) {
        this.tokens = tokens;
        this.glyphs = tokens.glyphs();
    }

    /** Adds the tokens of what it finds to {@code taken}. */
    static List<Finding> find(Tokens tokens, BitSet taken) {
        var finder = new IbanFinder(tokens);
        for (int token = 0; token < tokens.size(); token++) {
            var word = tokens.word(token);
            boolean glued = word.length() == 6 && word.startsWith("iban");
            if (word.length() == 2 && !tokens.isGlued(token) || glued) {
                int after = finder.tryAt(tokens.firstGlyph(token) + (glued ? 4 : 0));
                while (token < tokens.size() && tokens.firstGlyph(token) < after) {
                    taken.set(token++);
                }
            }
        }
        return finder.found;
    }

    /** The glyph after an IBAN that begins here, or 0. */
    private int tryAt(int start) {
        var number = new StringBuilder(LONGEST);
        var ends = new int[LONGEST + 1];
        for (int at = start; at < glyphs.size() && number.length() < LONGEST; at++) {
            char glyph = glyphs.at(at);
            if (glyph >= '0' && glyph <= '9' || glyph >= 'a' && glyph <= 'z') {
                number.append(glyph);
                ends[number.length()] = at + 1;
            } else if (!isBetween(at)) {
                break;
            }
            if (number.length() == 4 && !(Glyphs.isDigit(number.charAt(2)) && Glyphs.isDigit(number.charAt(3)))) {
                return 0;
            }
        }
        int length = length(number, ends, isInOne(start + 2));
        if (length == 0) {
            return 0;
        }
        var lastFour = number.substring(length - 4, length).toUpperCase(Locale.ROOT);
        found.add(new Finding(Kind.IBAN, glyphs.from(start), glyphs.to(ends[length] - 1), lastFour));
        return ends[length];
    }

    private boolean isInOne(int glyph) {
        return !Glyphs.isSpace(glyphs.at(glyph));
    }

    private boolean isBetween(int at) {
        char glyph = glyphs.at(at);
        char next = glyphs.at(at + 1);
        return Glyphs.isSpace(glyph)
                || (glyph == '-' || glyph == '.' || glyph == '_' || glyph == '/')
                        && (Glyphs.isSpace(next) || Glyphs.isDigit(next) || Glyphs.isLetter(next));
    }

    /** @param inOne whether the country's letters and the check digits touch: many a country is a word of some language, such as "in" */
    private int length(CharSequence number, int[] ends, boolean inOne) {
        if (number.length() < SHORTEST) {
            return 0;
        }
        var country = number.subSequence(0, 2).toString();
        var registered = LENGTHS.get(country);
        if (registered != null) {
            return number.length() >= registered && endsAt(ends[registered]) && checks(number, registered)
                    ? registered
                    : 0;
        }
        if (!inOne || !COUNTRIES.contains(country)) {
            return 0;
        }
        for (int length = number.length(); length >= SHORTEST; length--) {
            if (endsAt(ends[length]) && digits(number, length) * 2 > length && checks(number, length)) {
                return length;
            }
        }
        return 0;
    }

    private boolean endsAt(int glyph) {
        return !Glyphs.isDigit(glyphs.at(glyph)) && !Glyphs.isLetter(glyphs.at(glyph));
    }

    private static long digits(CharSequence number, int length) {
        return number.chars().limit(length).filter(glyph -> glyph <= '9').count();
    }

    private static boolean checks(CharSequence number, int length) {
        int rest = 0;
        for (int i = 0; i < length; i++) {
            int value = Character.digit(number.charAt((i + 4) % length), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest == 1;
    }
}
