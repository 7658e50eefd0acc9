package dev.remotesupport.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final long END = 1_000;

    private final List<String> verified = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(END - 60);
    private final VerifiedTokens tokens = new VerifiedTokens(new Verifier(), () -> now);

    /** Refuses what is called forged. */
    private final class Verifier extends JWTCallerPrincipalFactory {

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
            verified.add(token);
            if (token.equals("forged")) {
                throw new ParseException("forged");
            }
            var claims = new JwtClaims();
            claims.setSubject(token);
            claims.setExpirationTime(NumericDate.fromSeconds(END));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }

    @Test
    void eachTokenIsVerifiedOnce() throws ParseException {
        assertThat(parse("a").getSubject()).isEqualTo("a");
        assertThat(parse("b").getSubject()).isEqualTo("b");
        assertThat(parse("a").getSubject()).isEqualTo("a");

        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void oneThatIsOverIsLookedAtAgain() throws ParseException {
        assertThat(parse("a")).isNotNull();
        now = Instant.ofEpochSecond(END);
        assertThat(parse("a")).isNotNull();

        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void oneThatWasRefusedIsRefusedEachTime() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> parse("forged")).isInstanceOf(ParseException.class);
            assertThat(verified).hasSize(i);
        }
    }

    private JWTCallerPrincipal parse(String token) throws ParseException {
        return tokens.parse(token, new JWTAuthContextInfo());
    }
}
