package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Customers write at a fixed rate, whatever the answers take (open loop), and a technician's socket of the same
 * conversation sees it. Time runs from when a message was due to when it was seen.
 */
final class ChatScenario {

    private final int conversations;
    private final int perSecond;
    private final int seconds;
    private final int warmUp;
    private final SuiteClient suite;
    private final ConcurrentHistogram seen = new ConcurrentHistogram(3);
    private final ConcurrentHistogram acknowledged = new ConcurrentHistogram(3);
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Set<String> acknowledgedIds = ConcurrentHashMap.newKeySet();
    private final Set<String> seenIds = ConcurrentHashMap.newKeySet();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean measuring;

    ChatScenario(Settings settings) throws Exception {
        conversations = settings.number("conversations", 200);
        perSecond = settings.number("rate", 1000);
        seconds = settings.number("seconds", 30);
        warmUp = settings.number("warmup", 60);
        suite = new SuiteClient(Vertx.vertx(), settings);
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var writers = new ArrayList<WebSocket>();
        for (int i = 0; i < conversations; i++) {
            var visitor = suite.visitor();
            var session = suite.startChat(visitor);
            writers.add(suite.welcomed("/ws/chat", suite.participantToken(visitor, session), this::acknowledged));
            var unused = suite.welcomed("/ws/chat", suite.participantToken(admin, session), this::seen);
        }
        var warmedUp = send(writers, warmUp);
        measuring = true;
        long sent = send(writers, seconds);
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (seenIds.size() < due.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        return new Report("Chat: send → seen by another client")
                .row(
                        "load",
                        perSecond + " messages/s, open loop, over " + conversations + " conversations for " + seconds
                                + " s")
                .row("path", "gateway, stored with fsync and synchronous commit, acknowledged after commit")
                .latency("send → seen", seen)
                .latency("send → acknowledged", acknowledged)
                .row("sent, warm-up included", due.size())
                .row("sent while measuring", sent)
                .row(
                        "acknowledged / seen / seen twice / refused",
                        acknowledgedIds.size() + " / " + seenIds.size() + " / " + duplicates + " / " + refused);
    }

    private long send(List<WebSocket> writers, int duration) {
        long total = (long) perSecond * duration;
        long start = System.nanoTime();
        for (long i = 0; i < total; i++) {
            long at = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.min(at - System.nanoTime(), 1_000_000));
            }
            var id = UUID.randomUUID().toString();
            due.put(id, at);
            var unused = writers.get((int) (i % writers.size()))
                    .writeTextMessage("{\"type\":\"chat.send\",\"clientMessageId\":\"" + id + "\",\"text\":\"message "
                            + i + " of the load\"}");
        }
        return total;
    }

    private void acknowledged(JsonNode message) {
        switch (message.get("type").asText()) {
            case "chat.accepted" -> {
                var id = message.get("clientMessageId").asText();
                acknowledgedIds.add(id);
                record(acknowledged, id);
            }
            case "chat.refused" -> refused.incrementAndGet();
            default -> {}
        }
    }

    private void seen(JsonNode message) {
        if (message.get("type").asText().equals("chat.messages")) {
            message.get("messages").forEach(one -> {
                var id = one.get("clientMessageId").asText();
                if (seenIds.add(id)) {
                    record(seen, id);
                } else {
                    duplicates.incrementAndGet();
                }
            });
        }
    }

    private void record(ConcurrentHistogram histogram, String id) {
        var at = due.get(id);
        if (measuring && at != null) {
            histogram.recordValue(Math.max(0, (System.nanoTime() - at) / 1000));
        }
    }
}
