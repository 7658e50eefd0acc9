package dev.remotesupport.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets that machines keep. They have 256 random bits, so a plain SHA-256 of one tells nothing about it: no slow hash is
 * needed, unlike for what people choose.
 */
public final class RandomSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private RandomSecret() {}

    /** A new secret, in letters that fit into URLs, headers and cookies. */
    public static String create() {
        return text(BYTES);
    }

    /** A short random name that is no secret, such as a site key. */
    public static String shortName() {
        return text(12);
    }

    public static byte[] hash(String secret) {
        return digest(secret.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    public static boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }

    private static String text(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
