package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many pages shown at once through one signaling replica, each in a room of its own and each changing at a fixed rate, whatever the
 * relay takes (open loop). Time runs from when a change was due to when the technician's socket has it. What a room costs is
 * what the replica needs beyond what it needed before the first.
 */
final class RoomsScenario {

    private static final String NUMBER = "\"value\":\"change ";

    private final int rooms;
    private final int perRoom;
    private final int kilobytes;
    private final int seconds;
    private final int warmUp;
    private final int rest;
    private final SuiteClient suite;
    private final Replica replica;
    private final int firstMeasured;
    private final long[] due;
    private final Arrivals arrivals;
    private final AtomicLong duplicates = new AtomicLong();
    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);

    RoomsScenario(Settings settings) throws Exception {
        rooms = settings.number("rooms", 200);
        perRoom = settings.number("rate", 10);
        kilobytes = settings.number("kilobytes", 30);
        seconds = settings.number("seconds", 30);
        warmUp = settings.number("warmup", 20);
        rest = settings.number("rest", 15);
        suite = new SuiteClient(Vertx.vertx(), settings);
        replica = new Replica(new LocalData(settings), "signaling-service");
        firstMeasured = rooms * perRoom * warmUp;
        due = new long[rooms * perRoom * (warmUp + seconds)];
        arrivals = new Arrivals(due.length);
    }

    Report run() throws Exception {
        long heapBefore = replica.heapBytes();
        long residentBefore = replica.residentBytes();
        double cpuBefore = cpuDuring(rest, () -> Thread.sleep(Duration.ofSeconds(rest)));

        var open = open();
        send(open, 0, warmUp);
        double cpuWith = cpuDuring(seconds, () -> send(open, firstMeasured, seconds));
        arrivals.await();
        long residentWith = replica.residentBytes();
        long heapWith = replica.heapBytes();

        return new Report("Rooms: pages shown at once through one signaling replica")
                .row(
                        "load",
                        rooms + " rooms, " + perRoom + " changes a second in each, open loop, for " + seconds
                                + " s; keyframes of " + kilobytes + " KB")
                .row("path", "customer's socket, gateway, relay, gateway, technician's socket")
                .latency("due → received", histogram)
                .row(
                        "sent / received / received twice / lost, warm-up included",
                        due.length + " / " + arrivals.count() + " / " + duplicates + " / "
                                + (due.length - arrivals.count()))
                .row(
                        "rooms still open at the end",
                        open.stream().filter(WatchedRoom::isOpen).count())
                .row(
                        "processor of the replica",
                        String.format(
                                Locale.ROOT,
                                "%.3f → %.3f s a second, %.2f ms a second for a room",
                                cpuBefore,
                                cpuWith,
                                1000 * (cpuWith - cpuBefore) / rooms))
                .row("heap of the replica, collected", difference(heapBefore, heapWith))
                .row("resident memory of the replica", difference(residentBefore, residentWith));
    }

    private List<WatchedRoom> open() throws Exception {
        var admin = suite.admin();
        var keyframe = "{\"type\":\"cobrowse.events\",\"sequence\":1,\"keyframe\":true,\"events\":["
                + "{\"type\":4,\"timestamp\":1,\"data\":{\"href\":\"http://localhost/\",\"width\":1,\"height\":1}},"
                + "{\"type\":2,\"timestamp\":1,\"data\":{\"page\":\"" + "x".repeat(kilobytes * 1000) + "\"}}]}";
        var open = new ArrayList<WatchedRoom>();
        for (int i = 0; i < rooms; i++) {
            var room = WatchedRoom.open(suite, admin, this::received);
            var unused = room.customer().writeTextMessage(keyframe);
            open.add(room);
        }
        return open;
    }

    /** One change after another, from room to room. */
    private void send(List<WatchedRoom> open, int first, int duration) {
        long start = System.nanoTime();
        for (int i = 0; i < rooms * perRoom * duration; i++) {
            long at = start + i * 1_000_000_000L / (rooms * perRoom);
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.max(1, Math.min(at - System.nanoTime(), 1_000_000)));
            }
            int change = first + i;
            due[change] = at;
            // The keyframe was the first of its room.
            int sequence = 2 + change / rooms;
            var unused = open.get(change % rooms)
                    .customer()
                    .writeTextMessage("{\"type\":\"cobrowse.events\",\"sequence\":" + sequence
                            + ",\"keyframe\":false,\"events\":[{\"type\":3,\"data\":{\"source\":0,\"texts\":[{\"id\":57,"
                            + NUMBER + change + "\"}],\"attributes\":[],\"removes\":[],\"adds\":[]},\"timestamp\":"
                            + System.currentTimeMillis() + "}]}");
        }
    }

    private void received(String frame) {
        int at = frame.indexOf(NUMBER);
        if (at < 0) {
            return; // the keyframe
        }
        int begin = at + NUMBER.length();
        int change = Integer.parseInt(frame, begin, frame.indexOf('"', begin), 10);
        if (!arrivals.add(change)) {
            duplicates.incrementAndGet();
        } else if (change >= firstMeasured) {
            histogram.recordValue(Math.max(0, (System.nanoTime() - due[change]) / 1000));
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Seconds of processor time in each second of the work. */
    private double cpuDuring(int seconds, Work work) throws InterruptedException {
        var before = replica.cpu();
        work.run();
        return replica.cpu().minus(before).toMillis() / 1000.0 / seconds;
    }

    private String difference(long before, long with) {
        return String.format(
                Locale.ROOT,
                "%.1f → %.1f MB, %.1f KB for a room",
                before / 1e6,
                with / 1e6,
                (with - before) / 1e3 / rooms);
    }
}
