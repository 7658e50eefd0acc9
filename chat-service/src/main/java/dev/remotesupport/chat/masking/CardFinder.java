package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds card numbers: 13 to 19 digits that an issuer may have given out, whose check digit holds, in one piece or in any
 * pieces that people write them in.
 */
final class CardFinder {

    /** Longer rows of separators belong to a drawing, not to a number. */
    private static final int MOST_SIGNS = 6;

    private static final int MOST_WORDS = 4;
    private static final Set<String> NO_CARD = Set.of("ean", "gtin", "upc", "isbn", "imei", "barcode", "iccid", "meid");

    /** What stands between two numbers. */
    private enum Gap {
        SPACE,
        DASH,
        DOT,
        COMMA,
        COLON,
        SIGNS,
        /** Words that lead on: "then", "followed by". */
        CONNECTED,
        /** One other word, or the same letter as in {@code 4111x1111}. */
        WORD,
        BREAK
    }

    private final Tokens tokens;
    private final BitSet taken;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();

    private CardFinder(Tokens tokens, BitSet taken) {
        this.tokens = tokens;
        this.taken = taken;
    }

    /** @param taken tokens that belong to something else */
    static List<Finding> find(Tokens tokens, BitSet taken) {
        var finder = new CardFinder(tokens, taken);
        finder.number();
        finder.search();
        return finder.found;
    }

    private void number() {
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isNumber(token) && !taken.get(token)) {
                if (!numbers.isEmpty()) {
                    gaps.add(gap(numbers.getLast(), token));
                }
                numbers.add(token);
            }
        }
        gaps.add(Gap.BREAK);
    }

    private Gap gap(int left, int right) {
        int signs = 0;
        int words = 0;
        int others = 0;
        char sign = ' ';
        boolean mixed = false;
        for (int token = left + 1; token < right; token++) {
            if (taken.get(token) || Vocabulary.is(tokens, token, Role.CURRENCY) || tokens.isSign(token, '+')) {
                return Gap.BREAK;
            }
            if (tokens.isSign(token)) {
                mixed |= signs > 0 && sign != tokens.sign(token);
                sign = tokens.sign(token);
                signs++;
            } else {
                words++;
                others += Vocabulary.is(tokens, token, Role.BETWEEN) ? 0 : 1;
            }
        }
        if (signs > MOST_SIGNS || words > MOST_WORDS) {
            return Gap.BREAK;
        }
        if (words > 0) {
            return wordGap(left, right, words, others);
        }
        if (signs == 0) {
            return Gap.SPACE;
        }
        if (mixed) {
            return Gap.SIGNS;
        }
        return switch (sign) {
            case '-' -> Gap.DASH;
            case '.' -> Gap.DOT;
            case ',' -> Gap.COMMA;
            case ':' -> Gap.COLON;
            default -> Gap.SIGNS;
        };
    }

    private Gap wordGap(int left, int right, int words, int others) {
        boolean gluedLeft = tokens.isGlued(left + 1);
        boolean gluedRight = tokens.isGlued(right);
        if (gluedLeft || gluedRight) {
            return gluedLeft
                            && gluedRight
                            && words == 1
                            && tokens.word(left + 1).length() == 1
                    ? Gap.WORD
                    : Gap.BREAK;
        }
        if (others == 0) {
            return Gap.CONNECTED;
        }
        boolean claimed = false;
        for (int token = left + 1; token < right; token++) {
            claimed |= tokens.word(token).length() > 1
                    && (Vocabulary.is(tokens, token, Role.CLAIM) || Vocabulary.is(tokens, token, Role.UNIT));
        }
        return others == 1 && words == 1 && !claimed ? Gap.WORD : Gap.BREAK;
    }

    private void search() {
        for (int first = 0; first < numbers.size(); ) {
            int last = best(first);
            if (last < 0) {
                first++;
            } else {
                add(first, last);
                first = last + 1;
            }
        }
    }

    /**
     * The last number of the card that begins with this one, or -1. Pieces of the customary sizes are preferred, the longest row of them, then what
     * takes in the whole row, then the commonest length.
     */
    private int best(int first) {
        var digits = new StringBuilder();
        int found = -1;
        int rank = 0;
        int customary = -1;
        for (int last = first; last < numbers.size(); last++) {
            digits.append(tokens.digits(numbers.get(last)));
            if (digits.length() > 19) {
                break;
            }
            if (digits.length() >= 13 && isCard(first, last, digits.toString())) {
                if (first == last) {
                    return last;
                }
                customary = isCustomary(first, last, digits.length()) ? last : customary;
                int own = isWholeRow(first, last) ? 3 : digits.length() == 16 ? 2 : 1;
                found = own > rank ? last : found;
                rank = Math.max(own, rank);
            }
            if (gaps.get(last) == Gap.BREAK) {
                break;
            }
        }
        return customary >= 0 ? customary : found;
    }

    private boolean isCard(int first, int last, String digits) {
        return Luhn.holds(digits)
                && Issuer.issues(digits)
                && isPlausible(first, last, digits.length())
                && !(digits.length() <= 15 && Shapes.isInternational(tokens, numbers.get(first)))
                && !(digits.length() <= 15 && NO_CARD.contains(label(numbers.get(first))));
    }

    private String label(int number) {
        int before = number - 1;
        while (before > number - 3 && tokens.isSign(before) || Vocabulary.is(tokens, before, Role.MARK)) {
            before--;
        }
        return tokens.word(before);
    }

    private boolean isPlausible(int first, int last, int length) {
        if (first == last || isCustomary(first, last, length)) {
            return !isPieceOfSomething(first, last);
        }
        boolean words = false;
        boolean lists = false;
        boolean composed = false;
        for (int i = first; i < last; i++) {
            words |= gaps.get(i) == Gap.WORD;
            lists |= gaps.get(i) == Gap.COMMA || gaps.get(i) == Gap.COLON;
            composed |= Shapes.isComposed(tokens, numbers.get(i));
        }
        if (words || isPieceOfSomething(first, last)) {
            return false;
        }
        return isEven(first, last) || isWholeRow(first, last) && !lists && !composed;
    }

    /** Whether letters touch the ends of several pieces, as in hexadecimal numbers. */
    private boolean isPieceOfSomething(int first, int last) {
        return first < last
                && (tokens.isGlued(numbers.get(first))
                                && tokens.word(numbers.get(first) - 1).length() == 1
                        || tokens.isGlued(numbers.get(last) + 1) && gaps.get(last) != Gap.BREAK);
    }

    /** A date ends a row too: it is when the card expires. */
    private boolean isWholeRow(int first, int last) {
        return (first == 0 || gaps.get(first - 1) == Gap.BREAK)
                && (gaps.get(last) == Gap.BREAK
                        || (gaps.get(last) == Gap.WORD || gaps.get(last) == Gap.SPACE)
                                && Shapes.isComposed(tokens, numbers.get(last + 1)));
    }

    /** All pieces of one size, the last perhaps smaller. */
    private boolean isEven(int first, int last) {
        int size = tokens.digits(numbers.get(first)).length();
        for (int i = first + 1; i <= last; i++) {
            int own = tokens.digits(numbers.get(i)).length();
            if (own != size && !(i == last && own < size)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every piece ends where the pieces of a printed card number end: after each four, or 4-6-5 and 4-6-4. */
    private boolean isCustomary(int first, int last, int length) {
        boolean fours = true;
        boolean sixes = length <= 15;
        int end = 0;
        for (int i = first; i < last; i++) {
            end += tokens.digits(numbers.get(i)).length();
            fours &= end % 4 == 0;
            sixes &= end == 4 || end == 10;
        }
        return fours || sixes;
    }

    private void add(int first, int last) {
        int from = numbers.get(first);
        int to = numbers.get(last);
        var digits = new StringBuilder();
        for (int i = first; i <= last; i++) {
            digits.append(tokens.digits(numbers.get(i)));
        }
        taken.set(from, to + 1);
        found.add(new Finding(Kind.CARD, tokens.from(from), tokens.to(to), digits.substring(digits.length() - 4)));
    }
}
