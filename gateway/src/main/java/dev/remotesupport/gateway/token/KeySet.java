package dev.remotesupport.gateway.token;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys of one moment. */
record KeySet(List<Key> keys) {

    /** A key pair that signs from a moment on. */
    record Key(String kid, ECPublicKey publicKey, PrivateKey privateKey, Instant signsFrom) {}

    KeySet {
        keys = List.copyOf(keys);
    }

    /** The newest key that may sign. */
    Key signer(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparing(Key::signsFrom))
                .orElseThrow(() -> new IllegalStateException("There is no signing key yet"));
    }

    Optional<Key> named(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The public halves as a JSON Web Key Set (RFC 7517). */
    Map<String, Object> published() {
        return Map.of(
                JsonWebKeySet.JWK_SET_MEMBER_NAME,
                keys.stream().map(KeySet::published).toList());
    }

    private static Map<String, Object> published(Key key) {
        try {
            var jwk = PublicJsonWebKey.Factory.newPublicJwk(key.publicKey());
            jwk.setKeyId(key.kid());
            jwk.setUse("sig");
            jwk.setAlgorithm("ES256");
            return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException("A key cannot be published", e);
        }
    }
}
