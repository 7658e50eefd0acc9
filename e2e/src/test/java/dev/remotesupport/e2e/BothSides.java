package dev.remotesupport.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A customer's page as they have it and as a technician sees it. */
record BothSides(Customer customer, Technician technician) {

    /** A constructed sheet, which no site's policy blocks. */
    private static final String HIDE_OUR_OWN = """
            for (const { shadowRoot } of document.querySelectorAll("remote-support-ui")) {
                const hiding = new CSSStyleSheet();
                hiding.replaceSync("* { visibility: hidden !important }");
                shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, hiding];
            }
            """;

    /** Screenshots of what differed. */
    private static final Path KEPT = Path.of("target/looks");

    /** Begins a session at a page, which the technician sees. */
    void view(String address) {
        var unused = customer.page().navigate(address);
        customer.openWidget();
        customer.say("Please help");
        customer.page().getByTestId("rs-launcher").click();
        technician.answer();
        technician.ask("view");
        customer.allow("see");
        technician.isGranted("view");
    }

    /** Begins a session at a page, in which the technician clicks and types. */
    void control(String address) {
        view(address);
        technician.ask("control");
        customer.allow("click");
        technician.isGranted("control");
    }

    /** What both see becomes the same within a while; how it looked is kept in a file. */
    void lookTheSame(String name) throws IOException {
        technician.page().mouse().move(0, 0);
        customer.page().mouse().move(1279, 0);
        var unused = customer.page().evaluate(HIDE_OUR_OWN);
        var shot = new byte[2][];
        try {
            await(name)
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        shot[0] = customer.page()
                                .screenshot(
                                        new Page.ScreenshotOptions()
                                                .setAnimations(ScreenshotAnimations.DISABLED)
                                                .setStyle(
                                                        "remote-support-ui, [data-testid^=rs-], .edge { visibility: hidden !important }"));
                        shot[1] = technician
                                .page()
                                .locator("[data-testid=stage] iframe")
                                .first()
                                .screenshot(
                                        new Locator.ScreenshotOptions()
                                                .setAnimations(ScreenshotAnimations.DISABLED)
                                                .setStyle(
                                                        "[data-testid=remote-pointer], [data-testid=health] { visibility: hidden } [data-testid=stage] * { outline: none !important }"));
                        return Looks.difference(shot[0], shot[1]) < 0.005;
                    });
        } finally {
            var file = name.replaceAll("\\W+", "-");
            Files.createDirectories(KEPT);
            Files.write(KEPT.resolve(file + "-customer.png"), shot[0]);
            Files.write(KEPT.resolve(file + "-technician.png"), shot[1]);
        }
    }
}
