package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many members of the staff with an open console each, who look at one page after the other at a fixed rate (open loop), once all who
 * came are known to all. A page is what the console fetches for it.
 */
final class ConsolesScenario {

    private static final String SESSION = "/api/sessions/{id}";
    private static final Map<String, List<String>> PAGES = Map.of(
            "queue", List.of("/api/sessions/queue", "/api/desk/me"),
            "sessions", List.of("/api/sessions?limit=50", "/api/tags"),
            "my chats", List.of("/api/sessions?state=active,interrupted&limit=50", "/api/support/chat/unread"),
            "session", List.of(SESSION, SESSION + "/context", SESSION + "/notes", SESSION + "/grants"),
            "cases", List.of("/api/cases?limit=50", "/api/support/canned-answers"),
            "team", List.of("/api/desk/staff", "/api/desk/teams"));

    private static final long QUIET_NANOS = 2_000_000_000L;

    private final int consoles;
    private final int perSecond;
    private final int seconds;
    private final int waiting;
    private final SuiteClient suite;
    private final Map<String, ConcurrentHistogram> latencies = new ConcurrentHashMap<>();
    private final List<UUID> sessions = new ArrayList<>();
    private final AtomicLong lastNews = new AtomicLong(System.nanoTime());
    private final Map<String, AtomicInteger> failed = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    ConsolesScenario(Settings settings) throws Exception {
        consoles = settings.number("consoles", 500);
        perSecond = settings.number("rate", 50);
        seconds = settings.number("seconds", 30);
        waiting = settings.number("waiting", 50);
        suite = new SuiteClient(Vertx.vertx(), settings);
    }

    Report run() throws Exception {
        var tokens = hireAndLogIn();
        for (int i = 0; i < waiting; i++) {
            sessions.add(suite.startChat(suite.visitor()));
        }
        for (var token : tokens) {
            var unused = suite.welcomed("/ws/console", token, news -> lastNews.set(System.nanoTime()));
        }
        untilQuiet();
        look(tokens, seconds / 3);
        latencies.clear();
        look(tokens, seconds);
        var report = new Report("Consoles: what a page fetches")
                .row("load", consoles + " consoles, " + perSecond + " pages/s, open loop, for " + seconds + " s")
                .row("calls failed", failed.isEmpty() ? "0" : "by answer " + failed);
        new TreeMap<>(latencies).forEach(report::latency);
        return report;
    }

    /** All are hired before the first logs in, as access tokens live for minutes only. */
    private List<String> hireAndLogIn() {
        var admin = suite.admin();
        var members = new ArrayList<SuiteClient.Member>();
        for (int i = 0; i < consoles; i++) {
            if (i % 200 == 199) {
                admin = suite.admin();
            }
            members.add(suite.hire(admin, "support"));
        }
        return members.stream().map(suite::login).toList();
    }

    /** Everybody has heard of everybody who came. */
    private void untilQuiet() {
        while (System.nanoTime() - lastNews.get() < QUIET_NANOS) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void look(List<String> tokens, int duration) {
        var pages = List.copyOf(PAGES.values());
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * duration; i++) {
            long at = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(Math.min(at - System.nanoTime(), 1_000_000));
            }
            var token = tokens.get(i % tokens.size());
            pages.get(i % pages.size()).forEach(call -> look(call, token, at));
        }
        while (underWay.get() > 0) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void look(String call, String token, long due) {
        underWay.incrementAndGet();
        var path = call.replace(
                "{id}", sessions.get(underWay.get() % sessions.size()).toString());
        var unused = suite.look(path, token).whenComplete((status, failure) -> {
            latencies
                    .computeIfAbsent("GET " + call, name -> new ConcurrentHistogram(3))
                    .recordValue((System.nanoTime() - due) / 1000);
            if (failure != null || status != 200) {
                var answer =
                        failure == null ? status.toString() : failure.getClass().getSimpleName();
                failed.computeIfAbsent(answer, name -> new AtomicInteger()).incrementAndGet();
            }
            underWay.decrementAndGet();
        });
    }
}
