package dev.remotesupport.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import org.HdrHistogram.Histogram;

/**
 * A watched customer goes from page to page. Time runs from the moment when the new page is interactive, by its own
 * browser, to the moment when the technician's console has built it, by the clock of the one machine.
 */
final class ResumeScenario {

    private static final String BUILT = """
            (number) => {
                for (const frame of document.querySelectorAll("[data-testid=stage] iframe")) {
                    const page = frame.contentDocument;
                    if (page?.querySelector("#visit")?.textContent === String(number)) return Date.now();
                }
                return 0;
            }
            """;

    private final int pages;
    private final URI base;
    private final SuiteClient.Login login;

    ResumeScenario(Settings settings) throws IOException {
        pages = settings.number("pages", 30);
        var suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
        login = suite.adminLogin();
    }

    Report run() {
        var histogram = new Histogram(3);
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Pair.options())) {
            var pair = Pair.watching(browser, base, login, Pair.customer(browser, base, "index.html"));
            pair.customer().addInitScript("""
                    document.addEventListener("readystatechange", () => {
                        if (document.readyState !== "interactive") return;
                        window.interactiveAt = Date.now();
                        const visit = document.createElement("output");
                        visit.id = "visit";
                        visit.textContent = new URLSearchParams(location.search).get("visit");
                        document.body.prepend(visit);
                    });
                    """);
            for (int page = 1; page <= pages; page++) {
                var unused = pair.customer()
                        .navigate(base + "/demo/" + (page % 2 == 0 ? "index" : "checkout") + ".html?visit=" + page);
                var built = pair.technician()
                        .waitForFunction(BUILT, page, new Page.WaitForFunctionOptions().setPollingInterval(4));
                var interactive = (Number) pair.customer().evaluate("window.interactiveAt");
                histogram.recordValue(
                        1000 * Math.max(0, ((Number) built.jsonValue()).longValue() - interactive.longValue()));
                pair.customer().waitForTimeout(1_000);
            }
        }
        return new Report("Resume: new page interactive → built in the console")
                .row("load", pages + " pages of the demo, one after another")
                .latency("interactive → built", histogram);
    }
}
