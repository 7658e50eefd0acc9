package dev.remotesupport.signaling.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutletTest {

    private final List<String> written = new ArrayList<>();
    private final List<RelayRule> dropped = new ArrayList<>();
    private final List<String> restarted = new ArrayList<>();
    private final List<RelayRule> overflowed = new ArrayList<>();
    private final Deque<Runnable> network = new ArrayDeque<>();
    private final Outlet outlet = new Outlet(this::write, new Outlet.Listener() {
        @Override
        public void dropped(RelayRule rule) {
            dropped.add(rule);
        }

        @Override
        public void restart(String lane) {
            restarted.add(lane);
        }

        @Override
        public void overflow(RelayRule rule) {
            overflowed.add(rule);
        }
    });

    @Test
    void ordinaryMessagesGoOutInOrder() {
        outlet.send(signal("one"));
        outlet.send(signal("two"));

        assertThat(written).containsExactly("one", "two");
    }

    @Test
    void onlyTheNewestPointerWaits() {
        stuffTheNetwork();
        outlet.send(pointer("vera", "1"));
        outlet.send(pointer("tom", "2"));
        outlet.send(pointer("vera", "3"));

        networkTakesAll();

        assertThat(written).endsWith("2", "3").doesNotContain("1");
        assertThat(dropped).containsExactly(RelayRule.POINTER_MOVE);
    }

    @Test
    void slowConsoleIsToldTheNewestOfEachSessionUntilThereAreTooMany() {
        stuffTheNetwork();
        outlet.send(news("session/1", "old"));
        outlet.send(news("session/1", "new"));
        assertThat(overflowed).isEmpty();

        for (int i = 0; i < 300; i++) {
            outlet.send(news("session/" + i, "x".repeat(1024)));
        }

        assertThat(overflowed).containsExactly(RelayRule.CONSOLE_NEWS);
        networkTakesAll();
        assertThat(written).doesNotContain("old", "new");
    }

    private static Frame news(String lane, String text) {
        return new Frame(RelayRule.CONSOLE_NEWS, lane, true, text);
    }

    @Test
    void newerSnapshotReplacesWhatWaitsOfItsTab() {
        stuffTheNetwork();
        outlet.send(recording("tab", false, "change"));
        outlet.send(recording("other", false, "other"));
        outlet.send(recording("tab", true, "snapshot"));

        networkTakesAll();

        assertThat(written).endsWith("other", "snapshot").doesNotContain("change");
    }

    @Test
    void recordingThatPilesUpIsEmptiedAndBegunAnew() {
        stuffTheNetwork();
        String big = "x".repeat(RelayRule.COBROWSE_EVENTS.bound() / 3);
        for (int i = 0; i < 4; i++) {
            outlet.send(recording("tab", false, big));
        }
        outlet.send(recording("tab", false, "unusable"));

        networkTakesAll();

        assertThat(restarted).containsExactly("tab");
        assertThat(dropped).hasSize(5).containsOnly(RelayRule.COBROWSE_EVENTS);
        outlet.send(recording("tab", true, "snapshot"));
        outlet.send(recording("tab", false, "change"));
        networkTakesAll();
        assertThat(written).endsWith("snapshot", "change").doesNotContain("unusable");
    }

    @Test
    void signallingThatPilesUpClosesTheConnection() {
        stuffTheNetwork();
        String big = "x".repeat(RelayRule.ROOM.bound() / 2);
        outlet.send(signal(big));
        outlet.send(signal(big));

        outlet.send(signal("one too many"));

        assertThat(overflowed).containsExactly(RelayRule.ROOM);
    }

    @Test
    void oneMessageLargerThanTheWindowPasses() {
        String large = "x".repeat(2 * Outlet.WINDOW);

        outlet.send(recording("tab", true, large));

        assertThat(written).containsExactly(large);
    }

    private Uni<Void> write(String text) {
        written.add(text);
        return Uni.createFrom().emitter(emitter -> network.add(() -> emitter.complete(null)));
    }

    private void stuffTheNetwork() {
        outlet.send(signal("x".repeat(Outlet.WINDOW)));
    }

    private void networkTakesAll() {
        while (!network.isEmpty()) {
            network.poll().run();
        }
    }

    private static Frame signal(String text) {
        return new Frame(RelayRule.ROOM, "", true, text);
    }

    private static Frame pointer(String whose, String text) {
        return new Frame(RelayRule.POINTER_MOVE, whose, true, text);
    }

    private static Frame recording(String tab, boolean keyframe, String text) {
        return new Frame(RelayRule.COBROWSE_EVENTS, tab, keyframe, text);
    }
}
