package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Pages of history, anywhere in a conversation of 100,000 messages; the baseline is a conversation of one page. */
final class HistoryScenario {

    private static final int PAGE = 50;

    /** Reads in a second: below the gateway's limit for one caller. */
    private static final int PACE = 40;

    private static final String FILL = """
            INSERT INTO chat.message (organisation_id, conversation_id, sequence, id, client_message_id, sender_kind, sender_id,
                sender_name, sender_seat, type, text, created_at)
            SELECT organisation_id, id, n, gen_random_uuid(), NULL, 'visitor', 'bench', 'Load', 'customer', 'text',
                'message ' || n || ' of a very long conversation, as long as people write them', created_at + n * interval '1 second'
            FROM chat.conversation, generate_series(last_sequence + 1, ?) AS n WHERE id = ?
            """;
    private static final String LAST = "UPDATE chat.conversation SET last_sequence = ? WHERE id = ?";

    private final int messages;
    private final int reads;
    private final LocalData data;
    private final SuiteClient suite;

    HistoryScenario(Settings settings) throws Exception {
        messages = settings.number("messages", 100_000);
        reads = settings.number("reads", 1000);
        data = new LocalData(settings);
        suite = new SuiteClient(Vertx.vertx(), settings);
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var small = conversation(PAGE);
        var large = conversation(messages);
        var warm = read(admin, large, messages);
        var baseline = read(admin, small, PAGE);
        var measured = read(admin, large, messages);
        return new Report("History: one page of " + PAGE + " messages")
                .row(
                        "path",
                        "gateway, one reader, " + PACE + " a second, pages at random places; " + warm.getTotalCount()
                                + " reads before")
                .latency("of " + messages + " messages", measured)
                .latency("of " + PAGE + " messages (baseline)", baseline);
    }

    private UUID conversation(int size) throws Exception {
        var visitor = suite.visitor();
        var session = suite.startChat(visitor);
        var socket = suite.welcomed("/ws/chat", suite.participantToken(visitor, session), frame -> {});
        fill(session, size);
        socket.close().toCompletionStage().toCompletableFuture().join();
        return session;
    }

    private void fill(UUID conversation, int size) throws SQLException {
        try (var database = data.database();
                var fill = database.prepareStatement(FILL);
                var last = database.prepareStatement(LAST)) {
            fill.setLong(1, size);
            fill.setObject(2, conversation);
            fill.executeUpdate();
            last.setLong(1, size);
            last.setObject(2, conversation);
            last.executeUpdate();
        }
    }

    private Histogram read(String token, UUID conversation, int size) {
        var histogram = new ConcurrentHistogram(3);
        long begin = System.nanoTime();
        for (int i = 0; i < reads; i++) {
            while (System.nanoTime() < begin + i * 1_000_000_000L / PACE) {
                LockSupport.parkNanos(1_000_000);
            }
            int before = 1 + PAGE + ThreadLocalRandom.current().nextInt(Math.max(1, size - PAGE));
            long start = System.nanoTime();
            var page = suite.get(
                    "/api/support/chat/" + conversation + "/messages?limit=" + PAGE + "&before=" + before, token);
            histogram.recordValue((System.nanoTime() - start) / 1000);
            if (page.get("items").size() != PAGE) {
                throw new IllegalStateException("a page of " + page.get("items").size());
            }
        }
        return histogram;
    }
}
