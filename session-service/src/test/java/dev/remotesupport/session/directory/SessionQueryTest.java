package dev.remotesupport.session.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.remotesupport.contracts.SessionState;
import org.junit.jupiter.api.Test;

class SessionQueryTest {

    @Test
    void statesAreSeparatedByCommas() {
        assertThat(SessionQuery.states("queued, active,"))
                .containsExactlyInAnyOrder(SessionState.QUEUED, SessionState.ACTIVE);
        assertThat(SessionQuery.states(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SessionQuery.states("queued,paused"));
    }

    @Test
    void wordsAreFewAndInLowerCase() {
        assertThat(SessionQuery.words("  Grace\tHOPPER ")).containsExactly("grace", "hopper");
        assertThat(SessionQuery.words("a b c d e f g h")).hasSize(6);
        assertThat(SessionQuery.words(null)).isEmpty();
    }

    @Test
    void theNewestComeFirstUnlessSaidOtherwise() {
        assertThat(SessionQuery.newestFirst(null)).isTrue();
        assertThat(SessionQuery.newestFirst("requestedAt")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SessionQuery.newestFirst("colour"));
    }
}
