package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Role;
import java.util.Set;

/** What a number is by its looks: a date, a time, an amount, a phone number, something already masked. */
final class Shapes {

    private static final Set<Character> MASKS = Set.of('•', '●', '∙', '…', '█', '▪', '■', '⚫', '⬤');

    /** What has more on either side is looked at no further: a row of numbers may be as long as its text. */
    private static final int MOST_PARTS = 4;

    private Shapes() {}

    /** A date, a time of day, an expiry date, an IP address or a number with decimals: {@code 12.05.2024}, {@code 12/27}, {@code 9:30}. */
    static boolean isComposed(Tokens tokens, int number) {
        int first = number;
        while (number - first < 2 * MOST_PARTS && joins(tokens, first - 2)) {
            first -= 2;
        }
        int last = number;
        while (last - number < 2 * MOST_PARTS && joins(tokens, last)) {
            last += 2;
        }
        int parts = (last - first) / 2 + 1;
        char sign = tokens.sign(first + 1);
        return switch (parts) {
            case 1 -> false;
            case 2 -> isPair(tokens.digits(first), sign, tokens.digits(last));
            case 3 -> sign == ':' || isDate(tokens.digits(first), tokens.digits(first + 2), tokens.digits(last));
            default ->
                sign == '.' && parts == 4 && isIpAddress(tokens, first)
                        || sign == ':'
                        || isDate(tokens.digits(first), tokens.digits(first + 2), tokens.digits(first + 4));
        };
    }

    /** Whether this number, a sign and another number touch. */
    private static boolean joins(Tokens tokens, int number) {
        char sign = tokens.sign(number + 1);
        return (sign == '.' || sign == '/' || sign == ':' || sign == '-' || sign == ',')
                && tokens.isNumber(number)
                && tokens.isNumber(number + 2)
                && tokens.touches(number + 1)
                && tokens.touches(number + 2);
    }

    private static boolean isPair(String left, char sign, String right) {
        return switch (sign) {
            case ':' -> left.length() <= 2 && right.length() == 2;
            case '/' ->
                left.length() <= 2
                        && (right.length() == 2 || right.length() == 4)
                        && value(left) <= 31
                        && value(left) > 0;
            case '.', ',' -> right.length() <= 2 || right.length() == 3 && left.length() <= 3;
            default -> false;
        };
    }

    private static boolean isDate(String one, String two, String three) {
        boolean dayFirst = one.length() <= 2
                && two.length() <= 2
                && (three.length() == 4 && (three.startsWith("19") || three.startsWith("20")) || three.length() == 2)
                && value(one) >= 1
                && value(two) >= 1
                && value(one) <= 31
                && value(two) <= 31
                && Math.min(value(one), value(two)) <= 12;
        boolean yearFirst = one.length() == 4
                && (one.startsWith("19") || one.startsWith("20"))
                && two.length() <= 2
                && three.length() <= 2
                && value(two) <= 12
                && value(three) <= 31;
        return dayFirst || yearFirst;
    }

    private static boolean isIpAddress(Tokens tokens, int first) {
        for (int part = first; part <= first + 6; part += 2) {
            if (tokens.digits(part).length() > 3 || value(tokens.digits(part)) > 255) {
                return false;
            }
        }
        return true;
    }

    private static int value(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** An amount, a count or a measure: {@code $500}, {@code 500 EUR}, {@code 3 days}. */
    static boolean isMeasured(Tokens tokens, int number) {
        int after = number + 1;
        if (Vocabulary.is(tokens, after, Role.CURRENCY) || Vocabulary.is(tokens, number - 1, Role.CURRENCY)) {
            return true;
        }
        var digits = tokens.digits(number);
        boolean small =
                digits.length() <= 3 || digits.endsWith("00") || digits.startsWith("20") && digits.length() == 4;
        int unit = tokens.isSign(after, '-') ? after + 1 : after;
        return Vocabulary.is(tokens, unit, Role.UNIT)
                        && (small || digits.length() <= 5 && tokens.word(unit).length() > 3)
                || Vocabulary.is(tokens, unit, Role.MONTH) && small;
    }

    /** {@code by 2027}, {@code seit 1998}. */
    static boolean isYear(Tokens tokens, int number) {
        var digits = tokens.digits(number);
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Vocabulary.is(tokens, number - 1, Role.WHEN);
    }

    /** {@code +49 151 ...} and {@code (+1) 212 ...}. */
    static boolean isInternational(Tokens tokens, int number) {
        return tokens.isSign(number - 1, '+');
    }

    /** What stands for something hidden. */
    static boolean isMask(char sign) {
        return MASKS.contains(sign);
    }

    /** The readable end of something masked: {@code •••• 1111}, {@code **** 1111}, {@code XXXX-1111}. */
    static boolean isEndOfMask(Tokens tokens, int number) {
        int before = number - 1;
        if (tokens.isSign(before, '-') || tokens.isSign(before, '.') && !tokens.isSign(before - 1, '.')) {
            before--;
        }
        return MASKS.contains(tokens.sign(before))
                || tokens.isSign(before, '*') && tokens.isSign(before - 1, '*')
                || tokens.isSign(before, '.') && tokens.isSign(before - 1, '.') && tokens.isSign(before - 2, '.')
                || tokens.isSign(before, '#') && tokens.isSign(before - 1, '#')
                || tokens.word(before).length() > 1
                        && tokens.word(before).chars().allMatch(letter -> letter == 'x');
    }
}
