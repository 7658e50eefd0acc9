package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Customers write at a fixed rate, whatever the answers take (open loop), and a technician's socket of the same
 * conversation sees it. Time runs from when a message was due to when it was seen.
 */
final class ChatScenario {

    private static final String ID = "\"clientMessageId\":\"";

    private final int conversations;
    private final int perSecond;
    private final int seconds;
    private final int warmUp;
    private final SuiteClient suite;
    private final ConcurrentHistogram seen = new ConcurrentHistogram(3);
    private final ConcurrentHistogram acknowledged = new ConcurrentHistogram(3);
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** When each message was due, by its number; both cores are shared with what is measured, so nothing here is dear. */
    private final long[] due;

    private final Arrivals acknowledgements;
    private final Arrivals sightings;
    private volatile boolean measuring;

    ChatScenario(Settings settings) throws Exception {
        conversations = settings.number("conversations", 200);
        perSecond = settings.number("rate", 1000);
        seconds = settings.number("seconds", 30);
        warmUp = settings.number("warmup", 60);
        suite = new SuiteClient(Vertx.vertx(), settings);
        due = new long[perSecond * (warmUp + seconds)];
        acknowledgements = new Arrivals(due.length);
        sightings = new Arrivals(due.length);
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var writers = new ArrayList<WebSocket>();
        for (int i = 0; i < conversations; i++) {
            var visitor = suite.visitor();
            var session = suite.startChat(visitor);
            writers.add(suite.chat(suite.participantToken(visitor, session), this::acknowledged));
            var unused = suite.chat(suite.participantToken(admin, session), this::seen);
        }
        send(writers, 0, warmUp);
        measuring = true;
        send(writers, perSecond * warmUp, seconds);
        sightings.await();
        return new Report("Chat: send → seen by another client")
                .row(
                        "load",
                        perSecond + " messages/s, open loop, over " + conversations + " conversations for " + seconds
                                + " s")
                .row("path", "gateway, stored with fsync and synchronous commit, acknowledged after commit")
                .latency("send → seen", seen)
                .latency("send → acknowledged", acknowledged)
                .row("sent, warm-up included", due.length)
                .row("sent while measuring", perSecond * seconds)
                .row(
                        "acknowledged / seen / seen twice / refused",
                        acknowledgements.count() + " / " + sightings.count() + " / " + duplicates + " / " + refused);
    }

    private void send(List<WebSocket> writers, int first, int duration) {
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * duration; i++) {
            long at = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.min(at - System.nanoTime(), 1_000_000));
            }
            int message = first + i;
            due[message] = at;
            var unused = writers.get(i % writers.size())
                    .writeTextMessage("{\"type\":\"chat.send\",\"clientMessageId\":\"" + message
                            + "\",\"text\":\"a message of the load, as long as people write them\"}");
        }
    }

    private void acknowledged(String frame) {
        if (frame.contains("\"chat.accepted\"")) {
            int message = id(frame, 0);
            if (acknowledgements.add(message)) {
                record(acknowledged, message);
            }
        } else if (frame.contains("\"chat.refused\"")) {
            refused.incrementAndGet();
        }
    }

    private void seen(String frame) {
        for (int at = frame.indexOf(ID); at >= 0; at = frame.indexOf(ID, at + 1)) {
            int message = id(frame, at);
            if (sightings.add(message)) {
                record(seen, message);
            } else {
                duplicates.incrementAndGet();
            }
        }
    }

    /** The number by which its sender knows a message, from the first one after a place in the frame. */
    private static int id(String frame, int from) {
        int begin = frame.indexOf(ID, from) + ID.length();
        return Integer.parseInt(frame, begin, frame.indexOf('"', begin), 10);
    }

    private void record(ConcurrentHistogram histogram, int message) {
        if (measuring) {
            histogram.recordValue(Math.max(0, (System.nanoTime() - due[message]) / 1000));
        }
    }
}
