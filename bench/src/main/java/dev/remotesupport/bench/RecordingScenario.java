package dev.remotesupport.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What showing a page costs the customer: bytes on the socket, beside sending the page's outerHTML at each change, and time
 * of the page's main thread, by the browser's own count of script time with and without somebody watching.
 */
final class RecordingScenario {

    /** Ten changes a second of texts in the page as it is; answers the characters of outerHTML and the seconds it took. */
    private static final String CHANGE = """
            ([seconds]) => new Promise((done) => {
                const texts = [...document.querySelectorAll("main p, td, i, label, h1")].filter((one) => one.firstChild);
                const began = performance.now();
                let number = 0, naive = 0;
                const timer = setInterval(() => {
                    const one = texts[(number * 7919) % texts.length];
                    one.firstChild.data = `change ${number += 1}`;
                    naive += document.documentElement.outerHTML.length;
                    const took = (performance.now() - began) / 1000;
                    if (took >= seconds) { clearInterval(timer); done([naive, took]); }
                }, 100);
            })
            """;

    /** Milliseconds without a frame after which a page has sent what it had to at first. */
    private static final int PAUSE = 1_500;

    /** So many are waited at most: of a page that never rests the recorder knows by then how much it can show. */
    private static final int PAUSES = 6;

    private static final int[] CHANGES = {0, 100, 2000};

    private final int seconds;
    /** Characters that the customer's page has sent. */
    private final AtomicLong sent = new AtomicLong();

    private final AtomicLong keyframes = new AtomicLong();

    private final URI base;
    private final SuiteClient.Login login;

    RecordingScenario(Settings settings) throws IOException {
        seconds = settings.number("seconds", 5);
        var suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
        login = suite.adminLogin();
    }

    Report run() {
        var report = new Report("Recording: what showing a page costs the customer")
                .row(
                        "load",
                        "each for " + seconds + " s; bytes at 10 changes of a text a second, beside outerHTML at each");
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Pair.options())) {
            var alone = Arrays.stream(CHANGES)
                    .mapToDouble(changes -> alone(browser, busy(changes)))
                    .toArray();
            var customer = Pair.customer(browser, base, "index.html");
            customer.onWebSocket(socket -> socket.onFrameSent(frame -> sent(frame.text())));
            var unused = Pair.watching(browser, base, login, customer);
            for (int i = 0; i < CHANGES.length; i++) {
                time(customer, report, CHANGES[i], alone[i]);
            }
            bytes(customer, report, "shop, front page", "index.html");
            bytes(customer, report, "checkout", "checkout.html");
            bytes(customer, report, "form", "gallery/forms.html");
            bytes(customer, report, "table of 10,000 rows", "gallery/table.html");
        }
        return report;
    }

    private void sent(String frame) {
        sent.addAndGet(frame.length());
        if (frame.contains("\"keyframe\":true")) {
            keyframes.incrementAndGet();
        }
    }

    private static String busy(int changes) {
        return "gallery/busy.html?changes=" + changes;
    }

    private double alone(Browser browser, String path) {
        var page = Pair.customer(browser, base, path);
        page.waitForTimeout(PAUSE);
        double time = scriptTime(page);
        page.context().close();
        return time;
    }

    private void time(Page customer, Report report, int changes, double without) {
        open(customer, busy(changes));
        double with = scriptTime(customer);
        report.row(
                "10,000 nodes, " + (changes == 0 ? "at rest" : changes + " changed a second"),
                String.format(
                        Locale.ROOT,
                        "%.1f ms of script a second for the recorder (%.1f with, %.1f without)",
                        with - without,
                        with,
                        without));
    }

    private void bytes(Page customer, Report report, String name, String path) {
        open(customer, path);
        long before = sent.get();
        var naive = (List<?>) customer.evaluate(CHANGE, List.of(seconds));
        double took = ((Number) naive.getLast()).doubleValue();
        customer.waitForTimeout(200);
        report.row(
                name,
                String.format(
                        Locale.ROOT,
                        "%.1f kB/s; outerHTML %.0f kB/s",
                        (sent.get() - before) / 1000.0 / took,
                        ((Number) naive.getFirst()).doubleValue() / 1000.0 / took));
    }

    /** Goes to a page, and waits until it has sent the keyframe with what follows it. */
    private void open(Page customer, String path) {
        long before = keyframes.get();
        var unused = customer.navigate(base + "/demo/" + path);
        for (int pause = 0; pause < PAUSES; pause++) {
            long last = sent.get();
            customer.waitForTimeout(PAUSE);
            if (keyframes.get() > before && sent.get() == last) {
                return;
            }
        }
    }

    /** Milliseconds of script in each second. */
    private double scriptTime(Page page) {
        var session = page.context().newCDPSession(page);
        var unused = session.send("Performance.enable");
        double before = scriptSeconds(session.send("Performance.getMetrics"));
        page.waitForTimeout(seconds * 1000.0);
        return (scriptSeconds(session.send("Performance.getMetrics")) - before) * 1000 / seconds;
    }

    private static double scriptSeconds(JsonObject metrics) {
        for (var metric : metrics.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("ScriptDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser does not count the time of scripts");
    }
}
