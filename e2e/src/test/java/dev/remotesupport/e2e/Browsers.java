package dev.remotesupport.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Chromium, and a context of its own for each person. */
final class Browsers implements AutoCloseable {

    /** The widget hides in closed shadow roots; a test has to look in. */
    private static final String OPEN_SHADOW_ROOTS = """
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: "open" }); };
            """;

    /** A domain that only our browsers know, with all its subdomains on this machine. */
    static final String DOMAIN = "fernway.test";

    static {
        // Generous, because a busy machine is no failure.
        PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
    }

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    Browsers() {
        this(List.of());
    }

    private Browsers(List<String> withoutArgs) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setIgnoreDefaultArgs(withoutArgs)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                // A camera that shows a moving pattern, to whoever is permitted to use it.
                                "--use-fake-device-for-media-stream",
                                // A machine without a network is enough for two browsers on it.
                                "--allow-loopback-in-peer-connection",
                                "--host-resolver-rules=MAP *." + DOMAIN + " 127.0.0.1")));
    }

    /** Pages that are left are kept for the way back, as people's browsers do; Playwright's do not. */
    static Browsers withBackForwardCache() {
        return new Browsers(List.of("--disable-back-forward-cache"));
    }

    Page technician() {
        return context().newPage();
    }

    Page technician(int width, int height) {
        var page = technician();
        page.setViewportSize(width, height);
        return page;
    }

    Page customer() {
        var context = context();
        context.addInitScript(OPEN_SHADOW_ROOTS);
        return context.newPage();
    }

    private BrowserContext context() {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        context.setDefaultTimeout(45_000);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install your system's chromium package, or set CHROMIUM to its path."));
    }
}
