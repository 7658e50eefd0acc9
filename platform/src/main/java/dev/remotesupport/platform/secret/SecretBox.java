package dev.remotesupport.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what the database keeps but must not know, such as site secrets and signing keys (AES-256-GCM). */
public final class SecretBox {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    /** @param key at least 16 random characters; whoever opens needs the same ones */
    public SecretBox(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the encryption key is too short: use at least " + SHORTEST + " random characters");
        }
        this.key = new SecretKeySpec(hash("remote-support secret box " + key), "AES");
    }

    /**
     * Encrypts a secret.
     *
     * @param owner whose secret it is; it opens for the same owner only, so rows cannot be swapped
     */
    public byte[] seal(byte[] secret, String owner) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was sealed for another owner or under another key, or changed since */
    public byte[] open(byte[] box, String owner) {
        try {
            var nonce = ByteBuffer.wrap(box, 0, NONCE_BYTES).slice();
            var bytes = new byte[NONCE_BYTES];
            nonce.get(bytes);
            return cipher(Cipher.DECRYPT_MODE, bytes, owner).doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored secret cannot be read: the encryption key is not the one it was kept under", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
