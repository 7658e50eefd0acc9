package dev.remotesupport.platform.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Verifies the signature of a token once a minute and not with each request, as few things that a request does cost more. A
 * token that is over is never known, and one that was refused neither.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class VerifiedTokens extends JWTCallerPrincipalFactory {

    /** For so long a token lives on whose key is taken back. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** About four kilobytes each. */
    private static final int MOST = 2_000;

    private final JWTCallerPrincipalFactory verifier;
    private final InstantSource clock;
    private final Cache<String, JWTCallerPrincipal> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Inject
    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), InstantSource.system());
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
        var before = known.getIfPresent(token);
        if (before != null && before.getExpirationTime() > clock.instant().getEpochSecond()) {
            return before;
        }
        var verified = verifier.parse(token, expected);
        known.put(token, verified);
        return verified;
    }
}
