package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A customer's page sends large keyframes through one socket, a few in flight, to a technician who watches. A keyframe that
 * waits while a newer one comes is left out, as it should be: what counts is that the newest always arrives.
 */
final class SnapshotScenario {

    private static final int IN_FLIGHT = 4;

    private final int snapshots;
    private final int bytes;
    private final SuiteClient suite;
    private final ConcurrentHistogram histogram = new ConcurrentHistogram(3);
    private final ConcurrentSkipListMap<Long, Long> sentAt = new ConcurrentSkipListMap<>();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong superseded = new AtomicLong();
    private final AtomicLong longestGap = new AtomicLong();
    private volatile long lastReceived;

    SnapshotScenario(Settings settings) throws Exception {
        snapshots = settings.number("snapshots", 1000);
        bytes = settings.number("kilobytes", 200) * 1000;
        suite = new SuiteClient(Vertx.vertx(), settings);
    }

    Report run() throws Exception {
        var customer = WatchedRoom.open(suite, suite.admin(), frame -> seen(SuiteClient.read(frame)))
                .customer();

        var page = "x".repeat(bytes);
        long start = System.nanoTime();
        lastReceived = start;
        for (long sequence = 1; sequence <= snapshots; sequence++) {
            if (!room.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("stalled after " + received + " snapshots");
            }
            sentAt.put(sequence, System.nanoTime());
            var sent = customer.writeTextMessage("{\"type\":\"cobrowse.events\",\"sequence\":" + sequence
                    + ",\"keyframe\":true,\"events\":[{\"type\":4,\"timestamp\":1,\"data\":{\"href\":\"http://localhost/\",\"width\":1,\"height\":1}},"
                    + "{\"type\":2,\"timestamp\":1,\"data\":{\"page\":\"" + page + "\"}}]}");
        }
        room.acquire(IN_FLIGHT);
        double elapsed = (System.nanoTime() - start) / 1e9;
        return new Report("Snapshots: large keyframes through one socket")
                .row("load", snapshots + " keyframes of " + bytes / 1000 + " KB, " + IN_FLIGHT + " in flight")
                .row("received / left out for a newer one", received + " / " + superseded)
                .row("longest time without one", longestGap.get() / 1_000_000 + " ms")
                .row(
                        "in all",
                        String.format(
                                java.util.Locale.ROOT,
                                "%.1f s, %.0f MB/s",
                                elapsed,
                                snapshots * (bytes / 1e6) / elapsed))
                .latency("sent → received", histogram);
    }

    private void seen(JsonNode message) {
        long now = System.nanoTime();
        var upToThis = sentAt.headMap(message.get("sequence").asLong(), true);
        histogram.recordValue((now - upToThis.lastEntry().getValue()) / 1000);
        received.incrementAndGet();
        superseded.addAndGet(upToThis.size() - 1L);
        longestGap.accumulateAndGet(now - lastReceived, Math::max);
        lastReceived = now;
        room.release(upToThis.size());
        upToThis.clear();
    }
}
