package dev.remotesupport.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A customer's page changes at a fixed rate, and a technician watches it in the console, both in real browsers. Time runs
 * from the change to the frame that shows it, by the machine's clock, which both read to the millisecond.
 */
final class PageScenario {

    private static final String OPEN_SHADOW_ROOTS = """
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: "open" }); };
            """;

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
                var browser = playwright.chromium().launch(options())) {
            var customer = customer(browser);
            var technician = watch(browser, customer, askForHelp(customer));
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

    private Page customer(Browser browser) {
        var context = browser.newContext();
        context.addInitScript(OPEN_SHADOW_ROOTS);
        var page = context.newPage();
        var unused = page.navigate(base + "/demo/index.html");
        return page;
    }

    /** Answers the id of the session. */
    private static String askForHelp(Page page) {
        page.getByTestId("rs-launcher").click();
        page.getByTestId("rs-input").fill("Please look at my page");
        var started = page.waitForResponse(
                answer -> answer.url().endsWith("/api/support/chat/start"),
                () -> page.getByTestId("rs-send").click());
        return SuiteClient.read(started.text()).get("sessionId").asText();
    }

    private Page watch(Browser browser, Page customer, String session) {
        var page = browser.newContext().newPage();
        var unused = page.navigate(base + "/");
        page.getByTestId("login-email").fill(login.email());
        page.getByTestId("login-password").fill(login.password());
        page.getByTestId("login-submit").click();
        page.getByTestId("user-menu").waitFor();
        unused = page.navigate(base + "/sessions/" + session);
        page.getByTestId("session-accept").first().click();
        page.getByTestId("ask-view").click();
        customer.getByTestId("rs-allow").click();
        stage(page).locator("h1").first().waitFor();
        return page;
    }

    private static FrameLocator stage(Page page) {
        return page.frameLocator("[data-testid=stage] iframe");
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    }
}
