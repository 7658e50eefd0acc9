package dev.remotesupport.gateway.visitor;

import dev.remotesupport.gateway.TestGateway.TestSite;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens by which a site says who its customer is. */
public final class IdentifyTokens {

    private IdentifyTokens() {}

    public static String signed(TestSite site, String subject, String name) {
        return signed(
                claims(site.key(), subject, name, 10),
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey(site.secret().getBytes(StandardCharsets.UTF_8)));
    }

    static JwtClaims claims(String audience, String subject, String name, float minutes) {
        var claims = new JwtClaims();
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setStringClaim("name", name);
        claims.setStringClaim("email", subject + "@example.com");
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return claims;
    }

    static String signed(JwtClaims claims, String algorithm, Key key) {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setDoKeyValidation(false);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
