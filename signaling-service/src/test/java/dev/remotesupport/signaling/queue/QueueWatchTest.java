package dev.remotesupport.signaling.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.signal.SignalFromServer.QueuePosition;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueWatchTest {

    private final World world = new World();
    private final QueueWatch watch = new QueueWatch(UUID.randomUUID(), world);

    @Test
    void frontIsToldWithinTwoHundredMillisecondsAndTheRestWithinTwoSeconds() {
        everybodyJoins(100);
        world.forget();

        world.leave(0);
        watch.changed();

        world.pass(200);
        assertThat(world.told(world.line.get(0))).containsExactly(1);
        assertThat(world.told(world.line.get(19))).containsExactly(20);
        world.pass(1_800);
        assertThat(world.looks).containsExactly("front", "all");
        assertThat(world.told(world.line.get(50))).containsExactly(51);
        assertThat(world.told(world.line.get(98))).containsExactly(99);
    }

    @Test
    void manyChangesTakeFewLooks() {
        everybodyJoins(100);
        world.forget();

        for (int i = 0; i < 200; i++) {
            watch.changed();
            world.pass(10);
        }
        world.pass(5_000);

        assertThat(world.looks).hasSizeBetween(10, 24);
        assertThat(world.looks.stream().filter("all"::equals)).hasSizeBetween(1, 2);
    }

    @Test
    void whoStandsWhereTheyStoodAreNotToldAgain() {
        everybodyJoins(30);
        world.forget();

        watch.changed();
        world.pass(5_000);

        assertThat(world.looks).isNotEmpty();
        assertThat(world.positions).isEmpty();
    }

    @Test
    void whereNothingHappensNothingIsAsked() {
        everybodyJoins(100);
        world.forget();

        world.pass(60_000);

        assertThat(world.looks).isEmpty();
    }

    @Test
    void unansweredLookIsTriedAgainLaterEachTimeAndNobodyLosesTheirPlace() {
        everybodyJoins(3);
        world.forget();
        world.away = true;
        world.leave(0);
        watch.changed();

        world.pass(60_000);

        assertThat(world.looks).hasSizeBetween(6, 14);
        assertThat(world.positions).isEmpty();
        world.away = false;
        world.pass(11_000);
        assertThat(world.told(world.line.get(0))).containsExactly(1);
    }

    @Test
    void consolesAreToldTheNewestNumberAtMostOnceASecond() {
        everybodyJoins(5);
        world.pass(2_000);
        world.forget();

        for (int i = 0; i < 10; i++) {
            world.line.add(UUID.randomUUID());
            watch.changed();
            world.pass(250);
        }
        world.pass(2_000);

        assertThat(world.counts).hasSizeBetween(3, 5).last().isEqualTo(15);
    }

    @Test
    void whoWaitsNoLongerIsNotTold() {
        everybodyJoins(3);
        Waiter second = world.waiters.get(world.line.get(1));
        world.forget();

        watch.remove(second);
        world.leave(0);
        watch.changed();
        world.pass(3_000);

        assertThat(world.told(second.session())).isEmpty();
    }

    @Test
    void whoWaitsForATeamOfWhichNobodyIsThereIsToldSo() {
        everybodyJoins(3);
        world.forget();

        world.served.put(world.line.get(0), false);
        world.served.put(world.line.get(1), true);
        watch.changed();
        world.pass(3_000);

        assertThat(world.positions.get(world.line.get(0))).containsExactly(new QueuePosition(1, null, false));
        assertThat(world.positions).doesNotContainKeys(world.line.get(1), world.line.get(2));
    }

    private void everybodyJoins(int number) {
        IntStream.range(0, number).forEach(i -> {
            UUID session = UUID.randomUUID();
            world.line.add(session);
            var waiter = new Waiter(
                    UUID.randomUUID(),
                    session,
                    List.of(),
                    position -> world.positions
                            .computeIfAbsent(session, id -> new ArrayList<>())
                            .add(position));
            world.waiters.put(session, waiter);
            watch.add(waiter);
        });
        world.pass(5_000);
    }

    /** A queue, and a clock that stands still until it is told to go on. */
    private static final class World implements QueueSource {

        private record Task(long at, Runnable work) {}

        final List<UUID> line = new ArrayList<>();
        final Map<UUID, Waiter> waiters = new HashMap<>();
        final Map<UUID, List<QueuePosition>> positions = new HashMap<>();
        final List<String> looks = new ArrayList<>();
        final List<Integer> counts = new ArrayList<>();
        final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
        /** Whether anybody is there for them; nothing of whom a service of before tells nothing. */
        final Map<UUID, Boolean> served = new HashMap<>();

        boolean away;
        long now;

        void leave(int place) {
            line.remove(place);
        }

        void forget() {
            positions.clear();
            looks.clear();
            counts.clear();
        }

        List<Integer> told(UUID session) {
            return positions.getOrDefault(session, List.of()).stream()
                    .map(QueuePosition::position)
                    .toList();
        }

        void pass(long millis) {
            long end = now + Duration.ofMillis(millis).toNanos();
            while (!tasks.isEmpty() && tasks.peek().at() <= end) {
                Task next = tasks.remove();
                now = Math.max(now, next.at());
                next.work().run();
            }
            now = end;
        }

        @Override
        public Uni<Queue> fetch(String authorization, boolean all) {
            looks.add(all ? "all" : "front");
            if (away) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            int shown = all ? line.size() : Math.min(line.size(), QueueWatch.FRONT);
            return Uni.createFrom()
                    .item(new Queue(
                            line.size(),
                            true,
                            IntStream.range(0, shown)
                                    .mapToObj(i -> new Queue.Place(line.get(i), i + 1, served.get(line.get(i)), null))
                                    .toList()));
        }

        @Override
        public Optional<String> consoleOf(UUID organisation) {
            return Optional.of("Bearer console");
        }

        @Override
        public void tellConsoles(UUID organisation, int waiting) {
            counts.add(waiting);
        }

        @Override
        public void told(long nanos) {
            assertThat(Duration.ofNanos(nanos)).isLessThanOrEqualTo(Duration.ofMillis(200));
        }

        @Override
        public void later(long millis, Runnable work) {
            tasks.add(new Task(now + Duration.ofMillis(millis).toNanos(), work));
        }

        @Override
        public long nanoTime() {
            return now;
        }
    }
}
