package dev.remotesupport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many calls that begin at a fixed rate and all go on, over one signaling replica, between programs: a technician calls, the customer's
 * tab answers, and both exchange an offer, an answer and candidates as browsers do. Time runs from when a call was due to begin.
 */
final class CallsScenario {

    private static final int CANDIDATES = 4;

    private final int calls;
    private final int perSecond;
    private final SuiteClient suite;
    private final CountDownLatch done;
    private final AtomicInteger failed = new AtomicInteger();
    private final ConcurrentHistogram answered = new ConcurrentHistogram(3);
    private final ConcurrentHistogram agreed = new ConcurrentHistogram(3);

    CallsScenario(Settings settings) throws IOException {
        calls = settings.number("calls", 500);
        perSecond = settings.number("rate", 50);
        suite = new SuiteClient(Vertx.vertx(), settings);
        done = new CountDownLatch(calls);
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var pairs = new ArrayList<Speakers>();
        for (int i = 0; i < calls; i++) {
            pairs.add(new Speakers(admin));
        }
        begin(pairs);
        boolean all = done.await(60, TimeUnit.SECONDS);
        return new Report("Calls: set up over one signaling replica")
                .row("load", calls + " calls, " + perSecond + " a second, open loop; none ends")
                .row(
                        "path",
                        "start and answer by REST, call.changed by Kafka and the room, then wanted, offer, answer and "
                                + CANDIDATES + " candidates each way through the room")
                .latency("due → both sides are told that it is active", answered)
                .latency("due → the last candidate of the other side has come", agreed)
                .row("refused / not finished", failed + " / " + (all ? 0 : done.getCount()));
    }

    private void begin(List<Speakers> pairs) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, Math.min(due - System.nanoTime(), 1_000_000)));
            }
            pairs.get(i).begin(due);
        }
    }

    private static long microsSince(long nanos) {
        return Math.max(0, (System.nanoTime() - nanos) / 1000);
    }

    /** A technician and a customer in one room. */
    private final class Speakers {

        private static final String CALL = ",\"capability\":\"call\"";

        private final String admin;
        private final String visitor;
        private final UUID session;
        private final WebSocket customer;
        private final WebSocket technician;
        private final CompletableFuture<String> tab = new CompletableFuture<>();
        private final String connection = UUID.randomUUID().toString();
        private final AtomicInteger active = new AtomicInteger();
        private final AtomicInteger candidates = new AtomicInteger();
        private volatile long due;

        Speakers(String admin) throws Exception {
            this.admin = admin;
            visitor = suite.visitor();
            session = suite.startChat(visitor);
            suite.assign(admin, session);
            customer = suite.welcomed("/ws/signaling", suite.participantToken(visitor, session), this::customerHears);
            technician = suite.welcomed("/ws/signaling", suite.participantToken(admin, session), this::technicianHears);
        }

        void begin(long at) {
            due = at;
            var unused = suite.send("/api/support/call/start", admin, Map.of("sessionId", session))
                    .thenCompose(started -> suite.send(
                            "/api/support/call/" + started.get("callId").asText() + "/answer", visitor, Map.of()))
                    .whenComplete((call, problem) -> {
                        if (problem != null) {
                            failed.incrementAndGet();
                            done.countDown();
                        }
                    });
        }

        private void customerHears(JsonNode frame) {
            switch (frame.get("type").asText()) {
                case "call.changed" -> told(frame);
                case "peer.state" -> offer(frame.get("from").asText());
                case "peer.description" ->
                    candidates(customer, frame.get("from").asText());
                case "peer.candidate" -> candidate();
                default -> {}
            }
        }

        private void technicianHears(JsonNode frame) {
            switch (frame.get("type").asText()) {
                case "welcome" ->
                    frame.get("participants").forEach(one -> {
                        if (one.get("seat").asText().equals("customer")) {
                            tab.complete(one.get("id").asText());
                        }
                    });
                case "call.changed" -> {
                    told(frame);
                    if (isActive(frame)) {
                        say(technician, "peer.state", tab.join(), ",\"state\":\"wanted\"");
                    }
                }
                case "peer.description" -> {
                    var from = frame.get("from").asText();
                    describe(technician, from, "answer");
                    candidates(technician, from);
                }
                case "peer.candidate" -> candidate();
                default -> {}
            }
        }

        private void told(JsonNode frame) {
            if (isActive(frame) && active.incrementAndGet() == 2) {
                answered.recordValue(microsSince(due));
            }
        }

        private static boolean isActive(JsonNode frame) {
            return frame.get("state").asText().equals("active");
        }

        private void offer(String to) {
            describe(customer, to, "offer");
        }

        /** As long as a browser's, for sound. */
        private void describe(WebSocket socket, String to, String kind) {
            say(
                    socket,
                    "peer.description",
                    to,
                    ",\"connection\":\"" + connection + "\",\"kind\":\"" + kind + "\",\"sdp\":\"" + "v".repeat(1_800)
                            + "\"");
        }

        private void candidates(WebSocket socket, String to) {
            for (int i = 0; i < CANDIDATES; i++) {
                say(
                        socket,
                        "peer.candidate",
                        to,
                        ",\"connection\":\"" + connection
                                + "\",\"candidate\":\"candidate:1 1 udp 1 192.0.2.1 5000 typ host\",\"mid\":\"0\",\"line\":0");
            }
        }

        private void candidate() {
            if (candidates.incrementAndGet() == 2 * CANDIDATES) {
                agreed.recordValue(microsSince(due));
                done.countDown();
            }
        }

        private void say(WebSocket socket, String type, String to, String more) {
            var unused =
                    socket.writeTextMessage("{\"type\":\"" + type + "\",\"to\":\"" + to + "\"" + CALL + more + "}");
        }
    }
}
