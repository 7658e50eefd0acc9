package dev.remotesupport.session.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Eight characters that can be told over the telephone: no two look or sound alike. 40 bits, good for minutes, and guesses are
 * rationed at the door.
 */
record Code(String text) {

    /** Crockford's 32 without the letters that are taken for digits, and without U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Code random() {
        var text = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(text::append);
        return new Code(text.toString());
    }

    /** Reads what a person typed: any case, with spaces and dashes, O for 0 and I or L for 1. Empty when it can be none. */
    static Optional<Code> read(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return text.length() == LENGTH && text.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)
                ? Optional.of(new Code(text))
                : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Code[]";
    }
}
