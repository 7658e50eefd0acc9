package dev.remotesupport.testkit;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** A P-256 public key as a JSON Web Key Set (RFC 7517, RFC 7518 section 6.2). */
final class Jwk {
    private static final int COORDINATE_BYTES = 32;

    private Jwk() {}

    static String set(String keyId, ECPublicKey key) {
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}
                """.formatted(
                        keyId,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
