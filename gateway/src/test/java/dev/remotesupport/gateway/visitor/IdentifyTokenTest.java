package dev.remotesupport.gateway.visitor;

import static dev.remotesupport.gateway.visitor.IdentifyTokens.claims;
import static dev.remotesupport.gateway.visitor.IdentifyTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

class IdentifyTokenTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789a";
    private static final String OLD_SECRET = "the secret before it, which is as long as it";
    private static final Instant NOW = Instant.now();
    private static final Instant OLD_UNTIL = NOW.plusSeconds(60);
    private static final KnownSite SITE = new KnownSite(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Shop",
            "site_key",
            key(SECRET),
            Optional.of(new KnownSite.OldSecret(key(OLD_SECRET), OLD_UNTIL)),
            Set.of(),
            List.of(),
            List.of(),
            false,
            false);

    @Test
    void tokenOfTheSiteTellsWhoItsCustomerIs() {
        var identity = IdentifyToken.check(hmac(claims("site_key", "7", "Ada", 59)), SITE, NOW);

        assertThat(identity).isEqualTo(new Identity("7", "Ada", Optional.of("7@example.com")));
    }

    @Test
    void namelessCustomerIsCalledByEmail() {
        var claims = claims("site_key", "7", "Ada", 10);
        claims.unsetClaim("name");

        assertThat(IdentifyToken.check(hmac(claims), SITE, NOW).name()).isEqualTo("7@example.com");
    }

    @Test
    void tokenForAnotherSiteIsRefused() {
        refuses(hmac(claims("site_other", "7", "Ada", 10)));
    }

    @Test
    void tokenOfAnotherSecretIsRefused() {
        refuses(signed(
                claims("site_key", "7", "Ada", 10),
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey("another secret that is just as long as it".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void replacedSecretCountsUntilItsEndAndNoLonger() {
        var token = signed(claims("site_key", "7", "Ada", 10), AlgorithmIdentifiers.HMAC_SHA256, key(OLD_SECRET));

        assertThat(IdentifyToken.check(token, SITE, OLD_UNTIL.minusMillis(1)).subject())
                .isEqualTo("7");
        refuses(token, OLD_UNTIL);
    }

    @Test
    void replacedSecretVouchesForNobodyOfAnotherSite() {
        refuses(signed(claims("site_other", "7", "Ada", 10), AlgorithmIdentifiers.HMAC_SHA256, key(OLD_SECRET)));
        refuses(signed(claims("site_key", "7", "Ada", -2), AlgorithmIdentifiers.HMAC_SHA256, key(OLD_SECRET)));
    }

    @Test
    void tokenThatIsOverOrLivesLongerThanAnHourIsRefused() {
        refuses(hmac(claims("site_key", "7", "Ada", -2)));
        refuses(hmac(claims("site_key", "7", "Ada", 70)));
    }

    @Test
    void tokenWithoutAudienceSubjectOrEndIsRefused() {
        for (var claim : List.of("aud", "sub", "exp")) {
            var claims = claims("site_key", "7", "Ada", 10);
            claims.unsetClaim(claim);
            refuses(hmac(claims));
        }
    }

    @Test
    void unsignedTokenIsRefused() {
        refuses(signed(claims("site_key", "7", "Ada", 10), AlgorithmIdentifiers.NONE, null));
    }

    @Test
    void everyOtherAlgorithmIsRefused() throws NoSuchAlgorithmException {
        var claims = claims("site_key", "7", "Ada", 10);
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        refuses(signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, rsa));
        refuses(signed(
                claims,
                AlgorithmIdentifiers.HMAC_SHA512,
                new HmacKey((SECRET + SECRET).getBytes(StandardCharsets.UTF_8))));
        refuses("not.a.token");
    }

    private static String hmac(JwtClaims claims) {
        return signed(claims, AlgorithmIdentifiers.HMAC_SHA256, key(SECRET));
    }

    private static HmacKey key(String secret) {
        return new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(String token) {
        refuses(token, NOW);
    }

    private static void refuses(String token, Instant now) {
        assertThatThrownBy(() -> IdentifyToken.check(token, SITE, now))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(GatewayProblem.IDENTIFY_REFUSED));
    }
}
