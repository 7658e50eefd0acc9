package dev.remotesupport.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Test
    void aSessionThatNeverConnectedLastedNoTime() {
        var session = Sessions.in(SessionState.ENDED);

        assertThat(session.duration(Instant.now())).isZero();
    }

    @Test
    void anOpenSessionLastsUntilNow() {
        var session = Sessions.in(SessionState.ACTIVE);
        var now = session.times().connectedAt().orElseThrow().plusSeconds(42);

        assertThat(session.duration(now)).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void aClockThatIsBehindMakesNoNegativeDuration() {
        var session = Sessions.in(SessionState.ACTIVE);
        var now = session.times().connectedAt().orElseThrow().minusSeconds(5);

        assertThat(session.duration(now)).isZero();
    }
}
