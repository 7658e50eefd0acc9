package dev.remotesupport.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What showing a page costs the customer: bytes on the socket, beside sending the page's outerHTML at each change, and time
 * of the page's main thread, by the browser's own count of script time with and without somebody watching.
 */
final class RecordingScenario {

    /** Ten changes a second of texts in the page as it is. */
    private static final String CHANGE = """
            ([seconds]) => new Promise((done) => {
                const texts = [...document.querySelectorAll("main p, td, i, label, h1")].filter((one) => one.firstChild);
                let number = 0, naive = 0;
                const timer = setInterval(() => {
                    const one = texts[(number * 7919) % texts.length];
                    one.firstChild.data = `change ${number += 1}`;
                    naive += document.documentElement.outerHTML.length;
                    if (number === seconds * 10) { clearInterval(timer); done(naive); }
                }, 100);
            })
            """;

    private final int seconds;
    private final URI base;
    private final SuiteClient.Login login;

    RecordingScenario(Settings settings) throws IOException {
        seconds = settings.number("seconds", 20);
        var suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
        login = suite.adminLogin();
    }

    Report run() {
        var report = new Report("Recording: what showing a page costs the customer")
                .row(
                        "bytes",
                        "10 changes of a text a second for " + seconds + " s; beside it outerHTML at each change");
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Pair.options())) {
            bytes(browser, report, "shop, front page", "index.html");
            bytes(browser, report, "checkout", "checkout.html");
            bytes(browser, report, "form", "gallery/forms.html");
            bytes(browser, report, "table of 10,000 rows", "gallery/table.html");
            time(browser, report, "10,000 nodes, at rest", "gallery/busy.html?changes=0");
            time(browser, report, "10,000 nodes, 100 changed a second", "gallery/busy.html?changes=100");
            time(browser, report, "10,000 nodes, 2,000 changed a second", "gallery/busy.html?changes=2000");
        }
        return report;
    }

    private void bytes(Browser browser, Report report, String name, String path) {
        var sent = new AtomicLong();
        var customer = Pair.customer(browser, base, "index.html");
        customer.onWebSocket(socket ->
                socket.onFrameSent(frame -> sent.addAndGet(frame.text().length())));
        var pair = Pair.watching(browser, base, login, customer);
        var unused = customer.navigate(base + "/demo/" + path);
        pair.stage().locator("h1").first().waitFor();
        settle(customer);
        long before = sent.get();
        var naive = (Number) customer.evaluate(CHANGE, List.of(seconds));
        customer.waitForTimeout(200);
        report.row(
                name,
                String.format(
                        Locale.ROOT,
                        "%.1f kB/s; outerHTML %.0f kB/s",
                        (sent.get() - before) / 1000.0 / seconds,
                        naive.longValue() / 1000.0 / seconds));
        pair.close();
    }

    private void time(Browser browser, Report report, String name, String path) {
        var alone = Pair.customer(browser, base, path);
        settle(alone);
        double without = scriptTime(alone);
        alone.context().close();

        var customer = Pair.customer(browser, base, "index.html");
        var pair = Pair.watching(browser, base, login, customer);
        var unused = customer.navigate(base + "/demo/" + path);
        pair.stage().locator("h1").first().waitFor();
        settle(customer);
        double with = scriptTime(customer);
        report.row(
                name,
                String.format(
                        Locale.ROOT,
                        "%.1f ms of script a second for the recorder (%.1f with, %.1f without)",
                        with - without,
                        with,
                        without));
        pair.close();
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

    /** Until the page is loaded, and the keyframe with what follows it is sent. */
    private static void settle(Page page) {
        page.waitForTimeout(8_000);
    }
}
