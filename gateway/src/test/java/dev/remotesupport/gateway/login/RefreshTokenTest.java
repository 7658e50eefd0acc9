package dev.remotesupport.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.gateway.login.RefreshToken.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private static final Instant ISSUED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RefreshToken token =
            RefreshToken.create(new byte[32], UUID.randomUUID(), UUID.randomUUID(), ISSUED, Duration.ofDays(14));

    @Test
    void unusedTokenIsGoodUntilItExpires() {
        assertThat(token.standing(ISSUED, GRACE)).isEqualTo(Standing.GOOD);
        assertThat(token.standing(ISSUED.plus(Duration.ofDays(14)), GRACE)).isEqualTo(Standing.OVER);
    }

    @Test
    void usedTokenIsARaceForAMomentAndThenATheft() {
        token.usedAt = ISSUED.plusSeconds(60);

        assertThat(token.standing(ISSUED.plusSeconds(69), GRACE)).isEqualTo(Standing.RACED);
        assertThat(token.standing(ISSUED.plusSeconds(70), GRACE)).isEqualTo(Standing.STOLEN);
    }

    @Test
    void tokenOfAnEndedFamilyIsOver() {
        token.revoked = true;

        assertThat(token.standing(ISSUED, GRACE)).isEqualTo(Standing.OVER);
    }
}
