package dev.remotesupport.chat.masking;

import java.util.List;

/**
 * Which numbers a card can have: the ranges that payment networks issue from, with their lengths. It spares the one in ten
 * of other long numbers whose last digit happens to fit.
 */
final class Issuer {

    /** All prefixes from {@code first} to {@code last}, which have as many digits; one bit of {@code lengths} for each length. */
    private record Range(int first, int last, int digits, int lengths) {

        static Range of(int first, int last, int... lengths) {
            int bits = 0;
            for (int length : lengths) {
                bits |= 1 << length;
            }
            return new Range(first, last, Integer.toString(first).length(), bits);
        }

        boolean covers(String number) {
            if ((lengths & 1 << number.length()) == 0) {
                return false;
            }
            int prefix = Integer.parseInt(number, 0, digits, 10);
            return prefix >= first && prefix <= last;
        }
    }

    private static final List<Range> RANGES = List.of(
            Range.of(4, 4, 13, 16, 19), // Visa
            Range.of(51, 55, 16), // Mastercard
            Range.of(2221, 2720, 16),
            Range.of(34, 34, 15), // American Express
            Range.of(37, 37, 15),
            Range.of(300, 305, 14, 16), // Diners Club
            Range.of(309, 309, 14, 16),
            Range.of(36, 36, 14, 16),
            Range.of(38, 39, 14, 16),
            Range.of(6011, 6011, 16, 17, 18, 19), // Discover
            Range.of(644, 659, 16, 17, 18, 19),
            Range.of(3528, 3589, 16, 17, 18, 19), // JCB
            Range.of(353, 353, 16), // RuPay
            Range.of(356, 356, 16),
            Range.of(81, 82, 16, 17, 18, 19), // UnionPay and RuPay
            Range.of(62, 62, 16, 17, 18, 19),
            Range.of(5018, 5018, 13, 14, 15, 16, 17, 18, 19), // Maestro
            Range.of(5020, 5020, 13, 14, 15, 16, 17, 18, 19),
            Range.of(5038, 5038, 13, 14, 15, 16, 17, 18, 19),
            Range.of(5893, 5893, 13, 14, 15, 16, 17, 18, 19),
            Range.of(6304, 6304, 13, 14, 15, 16, 17, 18, 19),
            Range.of(6759, 6763, 13, 14, 15, 16, 17, 18, 19),
            Range.of(50, 50, 16, 18, 19), // Verve, Elo, Dankort and others of national networks
            Range.of(56, 69, 16, 18, 19),
            Range.of(2200, 2205, 16, 17, 18, 19), // Mir
            Range.of(8600, 8600, 16), // Uzcard
            Range.of(9860, 9860, 16), // Humo
            Range.of(9792, 9792, 16)); // Troy

    private Issuer() {}

    /** Whether some network issues numbers of this length that begin like this. */
    static boolean issues(String number) {
        return number.length() >= 13
                && number.length() <= 19
                && RANGES.stream().anyMatch(range -> range.covers(number));
    }
}
