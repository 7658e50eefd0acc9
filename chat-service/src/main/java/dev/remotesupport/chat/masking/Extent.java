package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.masking.Vocabulary.Role;

/**
 * How far a secret number reaches.
 *
 * @param first its first token
 * @param last its last token
 * @param digits all of its digits
 */
record Extent(int first, int last, String digits) {

    /** The number that begins at this token, in as many pieces as such a secret is written in. */
    static Extent of(Tokens tokens, int number, Secret secret) {
        var digits = new StringBuilder(tokens.digits(number));
        int last = number;
        int piece = digits.length();
        for (int next = next(tokens, last); next > 0; next = next(tokens, last)) {
            var more = tokens.digits(next);
            boolean joins = secret.isLong()
                    ? joinsLong(tokens, last, next)
                    : joinsShort(secret, piece, digits.length(), more.length());
            if (!joins || digits.length() + more.length() > secret.most()) {
                break;
            }
            digits.append(more);
            last = next;
        }
        return new Extent(number, last, digits.toString());
    }

    /** The number that ends at this token. */
    static Extent upTo(Tokens tokens, int number, Secret secret) {
        int first = number;
        for (int before = first - 1; before >= 0 && before > number - 12; before--) {
            if (tokens.isNumber(before) && of(tokens, before, secret).last() >= number) {
                first = before;
            } else if (!tokens.isSign(before)) {
                break;
            }
        }
        return of(tokens, first, secret);
    }

    /** The next number, when only a space or one sign stands before it; 0 when none does. */
    private static int next(Tokens tokens, int last) {
        int next = last + 1;
        char sign = tokens.sign(next);
        if (sign == '-' || sign == '.' || sign == '/' || sign == '_' || sign == '*' || sign == ',') {
            next++;
        }
        return tokens.isNumber(next)
                        && !tokens.afterNewline(next)
                        && !tokens.isGlued(next)
                        && !tokens.isGlued(next + 1)
                        && !(sign == ','
                                && !tokens.touches(next)
                                && tokens.digits(next).length() > 1)
                ? next
                : 0;
    }

    private static boolean joinsLong(Tokens tokens, int last, int next) {
        if (tokens.touches(last + 1)) {
            return tokens.touches(next);
        }
        return !tokens.touches(last + 1)
                && !Shapes.isComposed(tokens, next)
                && !Shapes.isMeasured(tokens, next)
                && !Vocabulary.is(tokens, next + 1, Role.UNIT);
    }

    /** {@code 12 34}, {@code 1-2-3-4}, {@code 123 456}, {@code 1234 5678} for codes. */
    private static boolean joinsShort(Secret secret, int piece, int soFar, int more) {
        if (more > piece) {
            return false;
        }
        return switch (secret) {
            case PIN -> piece < 4 && soFar + more <= (piece == 3 ? 6 : 8);
            case SECURITY_CODE -> piece == 1 && soFar + more <= 4;
            default -> piece <= 4 && more == piece && soFar + more <= 8;
        };
    }
}
