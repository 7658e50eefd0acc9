package dev.remotesupport.gateway.token;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.platform.caller.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs access tokens. What each claim means stands in {@code Caller}, which reads them. */
@ApplicationScoped
public class AccessTokens {

    static final String ISSUER = "remote-support";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Duration life;

    AccessTokens(SigningKeys keys, GatewayConfig config) {
        this.keys = keys;
        this.life = config.tokens().accessLife();
        if (life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("remote-support.tokens.access-life may be five minutes at most");
        }
    }

    public AccessToken issue(TokenSubject subject) {
        return issue(subject, life);
    }

    /** For a participant to be, who stands in front of the room and may do nothing else. */
    public AccessToken issueEarly(TokenSubject subject) {
        return issue(subject, life, List.of(Callers.EARLY));
    }

    /** How long a token lives unless somebody wants less. */
    public Duration usualLife() {
        return life;
    }

    /** @param shorter than usual, never longer */
    public AccessToken issue(TokenSubject subject, Duration shorter) {
        return issue(subject, shorter, groups(subject));
    }

    private AccessToken issue(TokenSubject subject, Duration shorter, List<String> groups) {
        var lasting = shorter.compareTo(life) < 0 ? shorter : life;
        var now = Instant.now();
        var signer = keys.current().signer(now);
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(signer.kid());
        token.setHeader("typ", "JWT");
        token.setKey(signer.privateKey());
        token.setPayload(claims(subject, now, lasting, groups).toJson());
        try {
            return new AccessToken(token.getCompactSerialization(), lasting.toSeconds());
        } catch (JoseException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    private JwtClaims claims(TokenSubject subject, Instant now, Duration lasting, List<String> groups) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lasting).getEpochSecond()));
        claims.setSubject(subject.id());
        claims.setStringClaim("kind", subject.kind().wire());
        claims.setStringListClaim("groups", groups);
        claims.setStringClaim("name", subject.name());
        subject.organisation().ifPresent(organisation -> claims.setStringClaim("org", organisation.toString()));
        role(subject).ifPresent(role -> claims.setStringClaim("role", role));
        subject.email().ifPresent(email -> claims.setStringClaim("email", email));
        subject.site().ifPresent(site -> claims.setStringClaim("site", site.toString()));
        if (!subject.scopes().isEmpty()) {
            claims.setStringListClaim("scopes", List.copyOf(subject.scopes()));
        }
        subject.participant().ifPresent(binding -> {
            claims.setStringClaim("session", binding.sessionId().toString());
            claims.setStringClaim("participant", binding.participantId().toString());
            claims.setStringClaim("seat", binding.seat().wire());
            claims.setStringClaim("tab", binding.tab());
        });
        return claims;
    }

    private static Optional<String> role(TokenSubject subject) {
        return switch (subject.kind()) {
            case OPERATOR -> Optional.of("operator");
            default -> subject.role().map(StaffRole::wire);
        };
    }

    private static List<String> groups(TokenSubject subject) {
        var groups = new ArrayList<String>();
        groups.add(subject.kind().wire());
        subject.role().map(StaffRole::wire).ifPresent(groups::add);
        if (subject.participant().isPresent()) {
            groups.add("participant");
        }
        return groups;
    }
}
