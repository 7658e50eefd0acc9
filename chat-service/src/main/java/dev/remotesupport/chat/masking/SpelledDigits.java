package dev.remotesupport.chat.masking;

/** Digits in words: {@code four one one one}, {@code double seven}. One or two of them are only words. */
final class SpelledDigits {

    private static final int LEAST = 3;

    private SpelledDigits() {}

    static void find(Tokens tokens) {
        int token = 0;
        while (token < tokens.size()) {
            int stop = run(tokens, token);
            if (count(tokens, token, stop) >= LEAST) {
                respell(tokens, token, stop);
            }
            token = Math.max(stop, token + 1);
        }
    }

    /** The token after the last spelled digit of a row that begins here; the same token when none does. */
    private static int run(Tokens tokens, int first) {
        int stop = first;
        for (int token = first; token < tokens.size(); token++) {
            if (isDigit(tokens, token)) {
                stop = token + 1;
            } else if (!(times(tokens, token) > 1 && isDigit(tokens, token + 1))
                    && !(token > first && isBetween(tokens, token))) {
                return stop;
            }
        }
        return stop;
    }

    private static int count(Tokens tokens, int first, int stop) {
        int count = 0;
        for (int token = first; token < stop; token++) {
            count += isDigit(tokens, token) ? Math.max(1, times(tokens, token - 1)) : 0;
        }
        return count;
    }

    private static void respell(Tokens tokens, int first, int stop) {
        int times = 1;
        for (int token = first; token < stop; token++) {
            var digit = Vocabulary.digit(tokens.word(token));
            if (digit != null) {
                tokens.respell(token, digit.repeat(times));
            }
            times = digit == null ? Math.max(1, times(tokens, token)) : 1;
        }
    }

    private static boolean isDigit(Tokens tokens, int token) {
        return tokens.isWord(token) && Vocabulary.digit(tokens.word(token)) != null;
    }

    private static boolean isBetween(Tokens tokens, int token) {
        char sign = tokens.sign(token);
        return sign == ',' || sign == '-' || sign == '.';
    }

    private static int times(Tokens tokens, int token) {
        return switch (tokens.word(token)) {
            case "double", "doppel", "doble" -> 2;
            case "triple", "treble", "dreifach" -> 3;
            default -> 1;
        };
    }
}
