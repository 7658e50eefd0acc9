package dev.remotesupport.bench;

import com.microsoft.playwright.Playwright;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A customer's page changes at a fixed rate, and a technician watches it in the console, both in real browsers. Time runs
 * from the change to the frame that shows it, by the machine's clock, which both read to the millisecond.
 */
final class PageScenario {

    private static final String CHANGE = """
            ([changes, every]) => new Promise((done) => {
                const line = document.createElement("p");
                document.body.prepend(line);
                let number = 0;
                const timer = setInterval(() => {
                    number += 1;
                    line.textContent = `change ${number} of ${Date.now()}`;
                    if (number === changes) { clearInterval(timer); done(); }
                }, every);
            })
            """;

    /** From the console itself: nothing runs inside the replay. What is posted from a frame arrives when it was painted. */
    private static final String WATCH = """
            () => {
                const replay = document.querySelector("[data-testid=stage] iframe").contentDocument;
                const seen = (window.changesSeen = new Map());
                new MutationObserver((records) => {
                    for (const record of records) {
                        const change = /^change (\\d+) of (\\d+)$/.exec(record.target.textContent);
                        if (!change || seen.has(change[1])) continue;
                        seen.set(change[1], undefined);
                        requestAnimationFrame(() => {
                            const channel = new MessageChannel();
                            channel.port1.onmessage = () => seen.set(change[1], Date.now() - Number(change[2]));
                            channel.port2.postMessage(0);
                        });
                    }
                }).observe(replay, { childList: true, characterData: true, subtree: true });
            }
            """;

    private final int changes;
    private final int every;
    private final URI base;
    private final SuiteClient.Login login;

    PageScenario(Settings settings) throws IOException {
        changes = settings.number("changes", 300);
        every = settings.number("every", 100);
        var suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
        login = suite.adminLogin();
    }

    Report run() {
        var histogram = new Histogram(3);
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Pair.options())) {
            var pair = Pair.watching(browser, base, login, Pair.customer(browser, base, "index.html"));
            var customer = pair.customer();
            var technician = pair.technician();
            var unused = technician.evaluate(WATCH);
            unused = customer.evaluate(CHANGE, List.of(changes, every));
            unused = technician.waitForFunction("(changes) => changesSeen.get(String(changes)) !== undefined", changes);
            var delays =
                    (List<?>) technician.evaluate("() => [...changesSeen.values()].filter((one) => one !== undefined)");
            delays.forEach(delay -> histogram.recordValue(1000 * ((Number) delay).longValue()));
        }
        return new Report("Page: change → visible to the technician")
                .row("load", changes + " changes of a text, one every " + every + " ms")
                .row("path", "Chromium, gateway, relay, gateway, console in Chromium, painted")
                .latency("change → visible", histogram);
    }
}
