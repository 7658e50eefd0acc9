package dev.remotesupport.session.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.session.waiting.ExpectedWait.Figures;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedWaitTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Optional<Duration> FIVE_MINUTES = Optional.of(Duration.ofMinutes(5));

    @Test
    void whoIsOfferedWaitsNoLonger() {
        assertThat(ExpectedWait.at(0, nobody())).contains(Duration.ZERO);
    }

    @Test
    void whileNobodyIsThereNothingIsPromised() {
        assertThat(ExpectedWait.at(1, nobody())).isEmpty();
    }

    @Test
    void whileNothingIsKnownNothingIsInvented() {
        var fresh = new Figures(2, 10, 0, 2, WINDOW, Optional.empty());

        assertThat(ExpectedWait.at(1, fresh)).isEmpty();
    }

    @Test
    void whoseTurnIsWithinTheRoomThereIsWaitsNotAtAll() {
        var roomy = new Figures(2, 10, 3, 0, WINDOW, Optional.empty());

        assertThat(ExpectedWait.at(3, roomy)).contains(Duration.ZERO);
        assertThat(ExpectedWait.at(4, roomy)).isEmpty();
    }

    @Test
    void aQueueMovesAsItMovedLately() {
        // 60 in ten minutes is one in ten seconds.
        var busy = new Figures(2, 2, 0, 60, WINDOW, Optional.empty());

        assertThat(ExpectedWait.at(1, busy)).contains(Duration.ofSeconds(10));
        assertThat(ExpectedWait.at(12, busy)).contains(Duration.ofSeconds(120));
    }

    @Test
    void whereNobodyHadToWaitLatelyTheHandlingTimeTells() {
        // Ten sessions at once of five minutes each: one ends every thirty seconds.
        var quiet = new Figures(2, 10, 0, 3, WINDOW, FIVE_MINUTES);

        assertThat(ExpectedWait.at(1, quiet)).contains(Duration.ofSeconds(30));
        assertThat(ExpectedWait.at(4, quiet)).contains(Duration.ofSeconds(120));
    }

    @Test
    void whoIsFurtherBehindNeverWaitsLess() {
        var busy = new Figures(3, 15, 2, 7, WINDOW, FIVE_MINUTES);

        var waits = IntStream.rangeClosed(0, 10_000)
                .mapToObj(position -> ExpectedWait.at(position, busy).orElseThrow())
                .toList();

        assertThat(waits).isSorted();
        assertThat(waits.getLast()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void moreStaffNeverMakesAnybodyWaitLonger() {
        var waits = IntStream.rangeClosed(1, 50)
                .mapToObj(staff -> new Figures(staff, 5 * staff, 0, 0, WINDOW, FIVE_MINUTES))
                .map(figures -> ExpectedWait.at(20, figures).orElseThrow().negated())
                .toList();

        assertThat(waits).isSorted();
    }

    private static Figures nobody() {
        return new Figures(0, 0, 0, 60, WINDOW, FIVE_MINUTES);
    }
}
