package dev.remotesupport.chat.object;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts objects (AES-256-GCM), each with a key of its own, which is kept before the content, encrypted with the master key.
 * Both open under the object's own name only, so that whoever can write to the store cannot swap files.
 *
 * <p>Layout: version (1 byte), the wrapped key (12 + 32 + 16 bytes), the content (12 bytes, as long as it is, 16 bytes).
 */
final class Sealing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;
    private static final int SHORTEST_MASTER_KEY = 20;

    private final SecretKeySpec master;

    /** @param masterKey at least 20 random characters */
    Sealing(String masterKey) {
        if (masterKey.length() < SHORTEST_MASTER_KEY) {
            throw new IllegalArgumentException("remote-support.chat.files.master-key is too short: use at least "
                    + SHORTEST_MASTER_KEY + " random characters");
        }
        this.master = new SecretKeySpec(hash("remote-support chat files " + masterKey), "AES");
    }

    byte[] seal(String name, byte[] content) {
        var key = random(KEY_BYTES);
        return ByteBuffer.allocate(1 + WRAPPED_BYTES + NONCE_BYTES + content.length + TAG_BYTES)
                .put(VERSION)
                .put(encrypt(master, name, key))
                .put(encrypt(new SecretKeySpec(key, "AES"), name, content))
                .array();
    }

    /** @throws IllegalStateException when it was sealed under another name or master key, or changed since */
    byte[] open(String name, byte[] box) {
        if (box.length < 1 + WRAPPED_BYTES + NONCE_BYTES + TAG_BYTES || box[0] != VERSION) {
            throw new IllegalStateException("not a sealed object");
        }
        var key = decrypt(master, name, Arrays.copyOfRange(box, 1, 1 + WRAPPED_BYTES));
        return decrypt(new SecretKeySpec(key, "AES"), name, Arrays.copyOfRange(box, 1 + WRAPPED_BYTES, box.length));
    }

    private static byte[] encrypt(SecretKeySpec key, String name, byte[] content) {
        var nonce = random(NONCE_BYTES);
        try {
            var box = cipher(Cipher.ENCRYPT_MODE, key, nonce, name).doFinal(content);
            return ByteBuffer.allocate(nonce.length + box.length)
                    .put(nonce)
                    .put(box)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an object could not be sealed", e);
        }
    }

    private static byte[] decrypt(SecretKeySpec key, String name, byte[] box) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(box, NONCE_BYTES), name)
                    .doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "an object cannot be opened: it was changed, or remote-support.chat.files.master-key is not the one it was sealed with",
                    e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String name)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
