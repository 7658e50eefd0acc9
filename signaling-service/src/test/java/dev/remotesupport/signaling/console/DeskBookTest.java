package dev.remotesupport.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeskBookTest {

    private static final Set<UUID> NOBODY = Set.of();

    private final UUID ada = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final DeskBook book = new DeskBook(0);

    @Test
    void whoComesIsToldAtOnceAndThenEveryFiveSeconds() {
        assertThat(look(0, Set.of(ada))).hasValue(report(Set.of(ada), NOBODY));
        assertThat(look(1, Set.of(ada))).isEmpty();
        assertThat(look(1, Set.of(ada, ben))).hasValue(report(Set.of(ada, ben), NOBODY));
        assertThat(look(5, Set.of(ada, ben))).isEmpty();
        assertThat(look(6, Set.of(ada, ben))).hasValue(report(Set.of(ada, ben), NOBODY));
    }

    @Test
    void whoClosedTheirLastConsoleIsGoneThreeSecondsLater() {
        look(0, Set.of(ada));

        assertThat(look(1, NOBODY)).isEmpty();
        assertThat(look(3, NOBODY)).isEmpty();
        assertThat(look(4, NOBODY)).hasValue(report(NOBODY, Set.of(ada)));
    }

    @Test
    void whoLoadsThePageAgainHasNotGone() {
        look(0, Set.of(ada));
        look(1, NOBODY);
        look(2, Set.of(ada));

        assertThat(look(4, Set.of(ada))).isEmpty();
        assertThat(look(5, Set.of(ada))).hasValue(report(Set.of(ada), NOBODY));
    }

    @Test
    void whoseConsoleFellSilentIsGoneAtOnce() {
        look(0, Set.of(ada));

        assertThat(book.look(seconds(1), NOBODY, Set.of(ada))).hasValue(report(NOBODY, Set.of(ada)));
    }

    @Test
    void whatWasNotToldIsToldAgainUntilItIsOld() {
        look(0, Set.of(ada));
        look(1, NOBODY);
        look(4, NOBODY);
        book.failed(seconds(4));

        assertThat(look(4.5, NOBODY)).isEmpty();
        assertThat(look(5, NOBODY)).hasValue(report(NOBODY, Set.of(ada)));
        assertThat(look(60, NOBODY)).isEmpty();
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void whatWasToldIsForgotten() {
        look(0, Set.of(ada));
        look(1, NOBODY);
        book.delivered(look(4, NOBODY).orElseThrow());

        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void whoIsHereContradictsThatTheyHaveGone() {
        look(0, Set.of(ada));

        assertThat(book.contradicts(ben, seconds(1))).isFalse();
        assertThat(book.contradicts(ada, seconds(1))).isTrue();
        assertThat(look(1, Set.of(ada))).hasValue(report(Set.of(ada), NOBODY));
    }

    @CanIgnoreReturnValue
    private Optional<DeskBook.Report> look(double second, Set<UUID> heard) {
        return book.look(seconds(second), heard, NOBODY);
    }

    private static DeskBook.Report report(Set<UUID> seen, Set<UUID> gone) {
        return new DeskBook.Report(seen, gone);
    }

    private static long seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000)).toNanos();
    }
}
