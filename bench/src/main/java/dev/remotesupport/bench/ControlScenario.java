package dev.remotesupport.bench;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A technician clicks at a fixed rate on a button of the customer's page, as the console shows it, both in real browsers, and each
 * click makes the page change. The pointer rests on the button, so that the customer sees what is about to be clicked. Time runs from
 * the click in the console to the frame there that shows the change, by the console's own clock; what the customer's page held the
 * click back for its mark is told apart.
 */
final class ControlScenario {

    /** Each click puts one more into the shop's cart, whose number stands on the page. */
    private static final String WATCH = """
            () => {
                const replay = document.querySelector("[data-testid=stage] iframe").contentDocument;
                const inCart = () => Number(replay.querySelector("#count").textContent);
                const first = inCart() + 1;
                let next = first;
                const clicked = (window.clicked = []);
                const painted = (window.painted = []);
                document
                    .querySelector("[data-testid=stage-overlay]")
                    .addEventListener("click", (event) => clicked.push(event.timeStamp), true);
                new MutationObserver(() => {
                    const from = next;
                    const to = (next = Math.max(next, inCart() + 1));
                    if (from === to) return;
                    requestAnimationFrame(() => {
                        const channel = new MessageChannel();
                        channel.port1.onmessage = () => {
                            for (let one = from; one < to; one++) painted[one - first] = performance.now();
                        };
                        channel.port2.postMessage(0);
                    });
                }).observe(replay, { childList: true, characterData: true, subtree: true });
            }
            """;

    private static final String NOTE_HIGHLIGHTS = """
            () => {
                const overlay = document.querySelector("remote-support-ui[data-part=overlay]").shadowRoot;
                const highlighted = (window.highlighted = []);
                let since;
                new MutationObserver((records) => {
                    for (const { addedNodes } of records)
                        for (const node of addedNodes) if (node.classList?.contains("touch")) since = performance.now();
                }).observe(overlay, { childList: true });
                addEventListener("click", () => highlighted.push(performance.now() - since), true);
            }
            """;

    private final int clicks;
    private final int warmUp;
    private final int perSecond;
    private final URI base;
    private final SuiteClient.Login login;

    ControlScenario(Settings settings) throws IOException {
        clicks = settings.number("clicks", 200);
        warmUp = settings.number("warmup", 25);
        perSecond = settings.number("rate", 5);
        var suite = new SuiteClient(Vertx.vertx(), settings);
        base = suite.base();
        login = suite.adminLogin();
    }

    Report run() {
        var whole = new Histogram(3);
        var highlight = new Histogram(3);
        var between = new Histogram(3);
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(Pair.options())) {
            var pair = Pair.watching(browser, base, login, Pair.customer(browser, base, "product.html"));
            var customer = pair.customer();
            var technician = pair.technician();
            pair.control();
            technician.setViewportSize(1600, 1000);
            customer.locator("#add").scrollIntoViewIfNeeded();
            technician.waitForTimeout(2_000);
            // The first adds a line to the page and may move the button.
            click(pair, button(pair));
            pair.stage()
                    .locator("#count", new FrameLocator.LocatorOptions().setHasText("1"))
                    .waitFor();
            technician.waitForTimeout(1_000);

            var unused = technician.evaluate(WATCH);
            unused = customer.evaluate(NOTE_HIGHLIGHTS);
            clickOnAndOn(pair);
            unused = technician.waitForFunction("(all) => Object.keys(painted).length === all", warmUp + clicks);
            var clicked = (List<?>) technician.evaluate("clicked");
            var painted = (List<?>) technician.evaluate("painted");
            var highlighted = (List<?>) customer.evaluate("highlighted");
            for (int i = warmUp; i < warmUp + clicks; i++) {
                long took = micros(painted.get(i)) - micros(clicked.get(i));
                whole.recordValue(took);
                highlight.recordValue(micros(highlighted.get(i)));
                between.recordValue(Math.max(0, took - micros(highlighted.get(i))));
            }
        }
        return new Report("Control: click in the console → its effect visible there")
                .row(
                        "load",
                        clicks + " clicks, " + perSecond + " a second, open loop, after " + warmUp
                                + " to warm up; the pointer rests on what is clicked")
                .row(
                        "path",
                        "console in Chromium, gateway, relay, gateway, the customer's Chromium, and back to the console, painted")
                .latency("click → effect visible", whole)
                .latency("held back for the mark", highlight)
                .latency("click → effect visible, without that", between);
    }

    /** Where the button is seen in the console. */
    private static BoundingBox button(Pair pair) {
        return pair.stage().locator("#add").boundingBox();
    }

    private static void click(Pair pair, BoundingBox box) {
        pair.technician().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private void clickOnAndOn(Pair pair) {
        var button = button(pair);
        long start = System.nanoTime();
        for (int i = 0; i < warmUp + clicks; i++) {
            long at = start + i * 1_000_000_000L / perSecond;
            pair.technician().waitForTimeout(Math.max(0, (at - System.nanoTime()) / 1e6));
            click(pair, button);
        }
    }

    private static long micros(Object milliseconds) {
        return Math.round(1000 * ((Number) milliseconds).doubleValue());
    }
}
