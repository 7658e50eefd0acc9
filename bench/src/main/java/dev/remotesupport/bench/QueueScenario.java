package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A long queue that moves: its head is picked up at a fixed rate, and everybody behind it sees the own place change. Time runs from
 * when the pick-up is due, so that it contains the pick-up itself.
 */
final class QueueScenario {

    /** Who stands among so many is told of each change at once. */
    private static final int FRONT = 20;

    private static final String FILL = """
            WITH known AS (SELECT organisation_id, max(number) AS number, max(requested_at) AS at
                           FROM session.session WHERE organisation_id = (SELECT organisation_id FROM session.session WHERE id = ?)
                           GROUP BY organisation_id),
            filled AS (
              INSERT INTO session.session (organisation_id, number, channels, customer_kind, customer_id, customer_name,
                customer_claimed, requested_at, last_active_at, customer_seen, absent_since)
              SELECT organisation_id, number + n, '{chat}', 'visitor', 'load-' || gen_random_uuid(), 'Load ' || n, true,
                at + n * interval '1 millisecond', at + n * interval '1 millisecond', true, NULL
              FROM known, generate_series(1, ?) AS n RETURNING number)
            UPDATE session.session_number SET last = greatest(last, (SELECT max(number) FROM filled))
            WHERE organisation_id = (SELECT organisation_id FROM known)
            """;
    private static final String QUEUE =
            "UPDATE session.session SET state = 'queued', version = version + 1 WHERE state = 'requested' AND customer_id LIKE 'load-%'";

    private final int waiting;
    private final int sockets;
    private final int claims;
    private final int perSecond;
    private final SuiteClient suite;
    private final LocalData data;
    private final long[] due;
    private final List<Waiter> waiters = new ArrayList<>();
    private final ConcurrentHistogram front = new ConcurrentHistogram(3);
    private final ConcurrentHistogram behind = new ConcurrentHistogram(3);
    private final AtomicInteger late = new AtomicInteger();
    private volatile int done;
    private volatile boolean strangers;

    QueueScenario(Settings settings) throws Exception {
        waiting = settings.number("waiting", 2_000);
        sockets = settings.number("sockets", 500);
        claims = settings.number("claims", 120);
        perSecond = settings.number("rate", 2);
        suite = new SuiteClient(Vertx.vertx(), settings);
        data = new LocalData(settings);
        due = new long[claims];
    }

    /** A waiting customer with a socket, who stands as many places behind the head as {@code index} when all began. */
    private final class Waiter {

        private final int index;
        private int position;

        Waiter(int index) {
            this.index = index;
            this.position = index + 1;
        }

        /** Every pick-up between the last place and this one has come to be seen by now. */
        synchronized void hear(JsonNode frame) {
            if (!frame.get("type").asText().equals("queue.position")) {
                return;
            }
            int now = frame.get("position").asInt();
            strangers |= now > index + 1;
            long at = System.nanoTime();
            for (int place = position - 1; place >= Math.max(now, 1); place--) {
                record(index - place, place, at);
            }
            position = Math.min(position, now);
        }

        synchronized boolean hasSeen(int picked) {
            return position <= index + 1 - picked;
        }

        private void record(int pickUp, int place, long at) {
            if (pickUp >= 0 && pickUp < done) {
                (place <= FRONT ? front : behind).recordValue((at - due[pickUp]) / 1000);
            }
        }
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var sessions = new ArrayList<UUID>();
        for (int i = 0; i < sockets; i++) {
            var visitor = suite.visitor();
            var session = suite.startChat(visitor);
            var waiter = new Waiter(i);
            waiters.add(waiter);
            sessions.add(session);
            var unused = suite.welcomed("/ws/signaling", suite.participantToken(visitor, session), waiter::hear);
        }
        fill(sessions.getLast());
        Thread.sleep(5_000);
        if (strangers) {
            throw new IllegalStateException("Others wait before the customers of this scenario: run it on new data.");
        }
        pickUp(admin, sessions);
        return new Report("Queue: pick-up → seen by those who wait")
                .row(
                        "load",
                        waiting + " waiting, " + sockets + " of them with a socket; " + perSecond
                                + " picked up a second")
                .row(
                        "path",
                        "pick-up through the gateway → committed → event → queue read → the waiting customer's socket")
                .latency("place seen, first " + FRONT, front)
                .latency("place seen, those behind", behind)
                .row("not seen at the end", late);
    }

    private void fill(UUID known) throws SQLException {
        try (var database = data.database();
                var fill = database.prepareStatement(FILL);
                var queue = database.prepareStatement(QUEUE)) {
            fill.setObject(1, known);
            fill.setInt(2, waiting - sockets);
            fill.executeUpdate();
            queue.executeUpdate();
        }
    }

    private void pickUp(String admin, List<UUID> sessions) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < claims; i++) {
            due[i] = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due[i]) {
                LockSupport.parkNanos(Math.max(1, Math.min(due[i] - System.nanoTime(), 1_000_000)));
            }
            done = i + 1;
            suite.assign(admin, sessions.get(i));
        }
        Thread.sleep(4_000);
        late.set((int) waiters.stream()
                .skip(claims)
                .filter(waiter -> !waiter.hasSeen(claims))
                .count());
    }
}
