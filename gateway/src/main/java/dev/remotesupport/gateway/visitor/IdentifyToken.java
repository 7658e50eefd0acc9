package dev.remotesupport.gateway.visitor;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.platform.problem.ProblemException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Checks the token by which a site says who its customer is: HS256 with the site's secret and nothing else, meant for this
 * site, over within the hour. With any other algorithm a public value could serve as the key.
 */
final class IdentifyToken {

    private static final int LONGEST_LIFE_MINUTES = (int) Duration.ofHours(1).toMinutes();
    private static final int CLOCK_SKEW_SECONDS = 30;

    private IdentifyToken() {}

    /** Fails with 401 {@code identify-refused}. While a secret is being replaced, both count. */
    static Identity check(String token, KnownSite site, Instant now) {
        List<Key> secrets = site.secrets(now);
        for (var secret : secrets.subList(0, secrets.size() - 1)) {
            try {
                return read(token, site, secret);
            } catch (ProblemException tryTheOlder) {
                // The last one decides.
            }
        }
        return read(token, site, secrets.get(secrets.size() - 1));
    }

    private static Identity read(String token, KnownSite site, Key secret) {
        try {
            var claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                    .setVerificationKey(secret)
                    .setExpectedAudience(true, site.siteKey())
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                    .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                    .build()
                    .processToClaims(token);
            return identity(claims);
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw GatewayProblem.IDENTIFY_REFUSED.because(
                    "It must be signed with HS256 and the site's secret, with aud = site key, sub, and exp within the hour.");
        }
    }

    private static Identity identity(JwtClaims claims) throws MalformedClaimException {
        var email = text(claims, "email", 254);
        String subject = shortened(claims.getSubject(), Limits.NAME);
        String name = text(claims, "name", Limits.NAME).or(() -> email).orElse(subject);
        return new Identity(subject, name, email);
    }

    private static Optional<String> text(JwtClaims claims, String name, int max) throws MalformedClaimException {
        return Optional.ofNullable(claims.getStringClaimValue(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> shortened(value, max));
    }

    private static String shortened(String value, int max) {
        return value.length() <= max ? value : value.substring(0, max);
    }
}
