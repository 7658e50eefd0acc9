package dev.remotesupport.testkit;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The claims of a token that is not signed yet. It never changes: each method answers another one.
 *
 * @param claims all but the issuer, the times, the groups and the token's id
 */
public record TestToken(Map<String, Object> claims, Set<String> groups, Duration life) {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    public TestToken {
        claims = Map.copyOf(claims);
        groups = Set.copyOf(groups);
    }

    static TestToken of(String kind) {
        String id = UUID.randomUUID().toString();
        return new TestToken(
                Map.of("kind", kind, "sub", id, "name", "Test " + kind, "email", id + "@example.com"),
                Set.of(kind),
                FIVE_MINUTES);
    }

    public TestToken with(String claim, Object value) {
        var changed = new HashMap<>(claims);
        changed.put(claim, value);
        return new TestToken(changed, groups, life);
    }

    public TestToken withId(String subject) {
        return with("sub", subject);
    }

    public TestToken named(String name) {
        return with("name", name);
    }

    public TestToken withEmail(String email) {
        return with("email", email);
    }

    public TestToken lasting(Duration duration) {
        return new TestToken(claims, groups, duration);
    }

    TestToken inOrganisation(UUID organisation) {
        return with("org", organisation.toString());
    }

    TestToken inGroup(String group) {
        var changed = new HashSet<>(groups);
        changed.add(group);
        return new TestToken(claims, changed, life);
    }

    public String id() {
        return claims.get("sub").toString();
    }

    /** A good token, with an id of its own each time. */
    public String sign() {
        return sign(trustedKey(), Instant.now());
    }

    /** Signed by the right key, and an hour too late. */
    public String expired() {
        return sign(trustedKey(), Instant.now().minus(Duration.ofHours(1)));
    }

    /** Good in all but the key, which nobody knows. */
    public String foreign() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return sign(generator.generateKeyPair().getPrivate(), Instant.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good token whose claims another one's signature does not cover. */
    public String tampered() {
        String[] own = sign().split("\\.", -1);
        String[] other = withId(UUID.randomUUID().toString()).sign().split("\\.", -1);
        return own[0] + "." + other[1] + "." + own[2];
    }

    private String sign(PrivateKey key, Instant issued) {
        var builder = Jwt.claims(claims)
                .issuer(TestTokens.ISSUER)
                .issuedAt(issued)
                .expiresAt(issued.plus(life))
                .groups(groups)
                .claim("jti", UUID.randomUUID().toString());
        return builder.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(TestTokens.KEY_ID)
                .sign(key);
    }

    private static PrivateKey trustedKey() {
        try {
            var encoded = new PKCS8EncodedKeySpec(Infrastructure.ofThisJvm().signingKey());
            return KeyFactory.getInstance("EC").generatePrivate(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key for test tokens", e);
        }
    }
}
