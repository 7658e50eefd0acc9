package dev.remotesupport.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Contexts of one Chromium, one for each person; all tests share it, as its start costs more than most of them. */
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

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static Browser shared;

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Browsers() {
        this(shared());
    }

    private Browsers(Browser browser) {
        this.browser = browser;
    }

    /** Pages that are left are kept for the way back, as people's browsers do; Playwright's do not. */
    static Browsers withBackForwardCache() {
        return new Browsers(launch(List.of("--disable-back-forward-cache")));
    }

    private static Browser shared() {
        if (shared == null || !shared.isConnected()) {
            shared = launch(List.of());
        }
        return shared;
    }

    private static Browser launch(List<String> withoutArgs) {
        return PLAYWRIGHT
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
        contexts.add(context);
        return context;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        if (browser != shared) {
            browser.close();
        }
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
