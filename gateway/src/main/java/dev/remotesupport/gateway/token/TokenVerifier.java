package dev.remotesupport.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/** Checks our own access tokens with the keys in memory: ES256, our issuer, not over. */
@ApplicationScoped
public class TokenVerifier {

    private static final long KEPT = 20_000;

    private final SigningKeys keys;
    private final JwtConsumer consumer;

    // A caller sends the same token for minutes; checking its signature once is enough.
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfter(Expiry.<String, JWTCallerPrincipal>creating((raw, token) -> remaining(token)))
            .build();

    TokenVerifier(SigningKeys keys) {
        this.keys = keys;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::resolve)
                .setExpectedIssuer(AccessTokens.ISSUER)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireJwtId()
                .setSkipDefaultAudienceValidation()
                .build();
    }

    /**
     * The caller's claims.
     *
     * @throws SecurityException when the token is expired, foreign or no token of ours
     */
    public JWTCallerPrincipal verify(String raw) {
        var known = verified.getIfPresent(raw);
        if (known != null && Instant.now().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        try {
            var claims = consumer.processToClaims(raw);
            claims.setStringClaim(Claims.raw_token.name(), raw);
            var principal = new DefaultJWTCallerPrincipal(raw, "JWT", claims);
            verified.put(raw, principal);
            return principal;
        } catch (InvalidJwtException e) {
            throw new SecurityException("the token is not valid", e);
        }
    }

    private Key resolve(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String kid = token.getKeyIdHeaderValue();
        return keys.current()
                .named(kid == null ? "" : kid)
                .map(KeySet.Key::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("unknown key"));
    }

    private static Duration remaining(JWTCallerPrincipal token) {
        return Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
