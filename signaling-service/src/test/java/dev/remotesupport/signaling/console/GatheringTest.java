package dev.remotesupport.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.console.ConsoleFromServer.News;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final List<ConsoleFromServer> told = new ArrayList<>();
    private final List<String> lanes = new ArrayList<>();
    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final Gathering gathering = new Gathering(
            (lane, news) -> {
                lanes.add(lane);
                told.add(news);
            },
            (millis, work) -> timers.add(work));

    @Test
    void oneChangeIsToldAtOnceAndAsItIs() {
        var change = changed(UUID.randomUUID(), 1);

        add(change);

        assertThat(told).containsExactly(change);
        assertThat(lanes).containsExactly(lane(change));
    }

    @Test
    void whatFollowsWithinTheWindowComesTogether() {
        var first = changed(UUID.randomUUID(), 1);
        var second = changed(UUID.randomUUID(), 1);
        var third = changed(UUID.randomUUID(), 1);
        List.of(first, second, third).forEach(this::add);
        assertThat(told).hasSize(1);

        windowEnds();

        assertThat(told).containsExactly(first, new News(List.of(second, third)));
    }

    @Test
    void ofOneSessionTheNewestIsToldAndLast() {
        UUID session = UUID.randomUUID();
        var other = changed(UUID.randomUUID(), 1);
        add(changed(UUID.randomUUID(), 1));
        add(changed(session, 2));
        add(other);
        add(changed(session, 3));

        windowEnds();

        assertThat(told.getLast()).isEqualTo(new News(List.of(other, changed(session, 3))));
    }

    @Test
    void lastingBurstIsToldOnceInEachWindowAndThenOneIsToldAtOnceAgain() {
        add(changed(UUID.randomUUID(), 1));
        add(changed(UUID.randomUUID(), 1));
        windowEnds();
        add(changed(UUID.randomUUID(), 1));
        assertThat(told).hasSize(2);
        windowEnds();
        assertThat(told).hasSize(3);
        windowEnds();
        assertThat(timers).isEmpty();

        add(changed(UUID.randomUUID(), 1));

        assertThat(told).hasSize(4);
    }

    @Test
    void bundlesDoNotReplaceEachOtherOnTheWayToSlowConsole() {
        add(changed(UUID.randomUUID(), 1));
        for (int window = 0; window < 2; window++) {
            add(changed(UUID.randomUUID(), 1));
            add(changed(UUID.randomUUID(), 1));
            windowEnds();
        }

        assertThat(lanes).doesNotHaveDuplicates();
    }

    @Test
    void bundleThatIsFullDoesNotWait() {
        add(changed(UUID.randomUUID(), 1));
        for (int i = 0; i < Limits.NEWS; i++) {
            add(changed(UUID.randomUUID(), 1));
        }

        assertThat(told).hasSize(2);
        assertThat(((News) told.getLast()).items()).hasSize(Limits.NEWS);
    }

    @Test
    void callIsToldAtOnceAfterWhatWaits() {
        var waits = changed(UUID.randomUUID(), 1);
        var call = new ConsoleFromServer.CallChanged(
                UUID.randomUUID(), UUID.randomUUID(), CallState.RINGING, 1, null, null, null);
        add(changed(UUID.randomUUID(), 1));
        add(waits);

        gathering.addAtOnce("call/" + call.callId(), call);

        assertThat(told).endsWith(waits, call);
    }

    private void add(ConsoleFromServer.SessionChanged change) {
        gathering.add(lane(change), change);
    }

    private void windowEnds() {
        timers.remove().run();
    }

    private static String lane(ConsoleFromServer.SessionChanged change) {
        return "session/" + change.sessionId();
    }

    private static ConsoleFromServer.SessionChanged changed(UUID session, long version) {
        return new ConsoleFromServer.SessionChanged(session, SessionState.QUEUED, version, null);
    }
}
