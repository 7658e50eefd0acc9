package dev.remotesupport.gateway.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLifeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(5);

    private final SignInLife life = new SignInLife(Duration.ofMinutes(30), Duration.ofHours(12));

    @Test
    void tokenHardlyOutlivesTheSignIn() {
        assertThat(tokenLife(NOW, NOW)).isEqualTo(USUAL);
        assertThat(tokenLife(NOW, NOW.minus(Duration.ofMinutes(28)))).isEqualTo(Duration.ofMinutes(2));
        assertThat(tokenLife(NOW.minus(Duration.ofMinutes(717)), NOW)).isEqualTo(Duration.ofMinutes(3));
    }

    /** A page that fetches a token some seconds before it ends would otherwise fetch without end. */
    @Test
    void noTokenIsTooShortToBeUsed() {
        assertThat(tokenLife(NOW, NOW.minus(Duration.ofSeconds(1799)))).isEqualTo(Duration.ofSeconds(30));
    }

    private Duration tokenLife(Instant began, Instant active) {
        return SignInLife.tokenLife(USUAL, life.ends(began, active), NOW);
    }
}
