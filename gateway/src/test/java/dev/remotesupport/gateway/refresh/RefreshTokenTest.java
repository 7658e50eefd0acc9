package dev.remotesupport.gateway.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.gateway.refresh.RefreshToken.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final SignInLife LIFE = new SignInLife(Duration.ofMinutes(30), Duration.ofHours(12));

    private final RefreshToken token = RefreshToken.first(new byte[32], UUID.randomUUID(), BEGAN, LIFE);

    @Test
    void unusedTokenIsGoodWhileThePersonIsSignedIn() {
        assertThat(standing(BEGAN, BEGAN)).isEqualTo(Standing.GOOD);
        assertThat(standing(minutes(29), BEGAN)).isEqualTo(Standing.GOOD);
        assertThat(standing(minutes(30), BEGAN)).isEqualTo(Standing.IDLE);
        assertThat(standing(minutes(59), minutes(30))).isEqualTo(Standing.GOOD);
    }

    @Test
    void noActivityOutlivesTheWholeLife() {
        assertThat(standing(minutes(12 * 60 - 1), minutes(12 * 60 - 2))).isEqualTo(Standing.GOOD);
        assertThat(standing(minutes(12 * 60), minutes(12 * 60 - 1))).isEqualTo(Standing.OUTLIVED);
    }

    @Test
    void usedTokenIsARaceForAMomentAndThenATheft() {
        token.usedAt = BEGAN.plusSeconds(60);

        assertThat(standing(BEGAN.plusSeconds(69), BEGAN)).isEqualTo(Standing.RACED);
        assertThat(standing(BEGAN.plusSeconds(70), BEGAN)).isEqualTo(Standing.STOLEN);
    }

    @Test
    void tokenOfAnEndedFamilyIsOver() {
        token.revoked = true;

        assertThat(standing(BEGAN, BEGAN)).isEqualTo(Standing.OVER);
    }

    @Test
    void whatFollowsEndsWithTheLogInItComesFrom() {
        var next = token.next(new byte[32], minutes(5), minutes(4), LIFE);

        assertThat(next.family).isEqualTo(token.family);
        assertThat(next.accountId).isEqualTo(token.accountId);
        assertThat(next.beganAt).isEqualTo(BEGAN);
        assertThat(next.activeAt).isEqualTo(minutes(4));
        assertThat(next.expiresAt).isEqualTo(BEGAN.plus(LIFE.whole()));
    }

    private Standing standing(Instant now, Instant active) {
        return token.standing(now, GRACE, LIFE.ends(token.beganAt, active));
    }

    private static Instant minutes(int after) {
        return BEGAN.plus(Duration.ofMinutes(after));
    }
}
