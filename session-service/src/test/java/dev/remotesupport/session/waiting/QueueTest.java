package dev.remotesupport.session.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.waiting.ExpectedWait.Figures;
import dev.remotesupport.session.waiting.Queue.Expected;
import dev.remotesupport.session.waiting.Queue.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** One chat in ten seconds, one call in a minute, nobody free for either. */
    private static final Expected EXPECTED = new Expected(
            new Figures(2, 10, 0, 60, WINDOW, Optional.empty()), new Figures(2, 4, 0, 10, WINDOW, Optional.empty()));

    @Test
    void everybodyHasOnePlaceButWaitsForTheOwnKind() {
        var queue = Queue.of(4, List.of(chat(), call(), chat(), call()), 2, 0, EXPECTED, Instant.now());

        assertThat(queue.places()).extracting(Place::position).containsExactly(1, 2, 3, 4);
        assertThat(queue.places())
                .extracting(place -> place.expectedWait().orElseThrow().toSeconds())
                .containsExactly(10L, 60L, 20L, 120L);
    }

    @Test
    void whereNobodyTakesCallsNoneIsPromised() {
        var noCalls = new Figures(0, 0, 0, 0, WINDOW, Optional.empty());

        var queue = Queue.of(2, List.of(call(), chat()), 2, 0, new Expected(EXPECTED.chat(), noCalls), Instant.now());

        assertThat(queue.places().getFirst().expectedWait()).isEmpty();
        assertThat(queue.places().getLast().expectedWait()).contains(Duration.ofSeconds(10));
    }

    private static Session chat() {
        return Sessions.by(Channel.CHAT, Sessions.in(SessionState.QUEUED));
    }

    private static Session call() {
        return Sessions.by(Channel.CALL, Sessions.in(SessionState.QUEUED));
    }
}
