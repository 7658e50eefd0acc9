package dev.remotesupport.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Contexts of a Chromium, one for each person. All tests share it, as its start costs more than most of them. */
final class Browsers implements AutoCloseable {

    /** The widget hides in closed shadow roots; a test has to look in. */
    private static final String OPEN_SHADOW_ROOTS = """
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: "open" }); };
            """;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** A domain that only our browsers know, with all its subdomains on this machine. */
    static final String DOMAIN = "fernway.test";

    static {
        // Generous, because a busy machine is no failure.
        PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
    }

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final Map<Kind, Browser> SHARED = new EnumMap<>(Kind.class);

    /** Consoles that wait for the next test in which the same person works there. */
    private static final Map<String, Page> KEPT = new HashMap<>();

    private final Kind kind;
    private final Browser browser;
    private final boolean shared;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Map<String, Page> lent = new HashMap<>();

    /** Which of its builds a test needs. */
    private enum Kind {
        /** The one without windows, which costs less; a complete one where it is not installed. */
        SHELL,
        /** With cameras, microphones and sound. */
        COMPLETE,
        /** The same of somebody who always says yes: gives every device and the whole screen without a question. */
        PERMITTING,
        /** Keeps pages that are left for the way back, as people's browsers do and Playwright's do not. */
        KEEPING_PAGES
    }

    Browsers() {
        this(Kind.SHELL);
    }

    private Browsers(Kind kind, Browser browser) {
        this.kind = kind;
        this.browser = browser;
        shared = false;
    }

    private Browsers(Kind kind) {
        this.kind = kind;
        shared = true;
        browser = SHARED.compute(
                kind, (same, running) -> running != null && running.isConnected() ? running : launch(same));
    }

    static Browsers withMedia() {
        return new Browsers(Kind.COMPLETE);
    }

    static Browsers thatShareScreens() {
        return new Browsers(Kind.PERMITTING);
    }

    /**
     * A Chromium with media in another network, which ends with the test.
     *
     * @param localhost where connections to {@code localhost} go, as only such a page may open a microphone without TLS
     */
    static Browsers within(SeparateNetworks.Network network, String localhost) {
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(network.startInside(chromium(Kind.COMPLETE)))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--use-fake-device-for-media-stream",
                        "--host-resolver-rules=MAP localhost " + localhost));
        return new Browsers(Kind.COMPLETE, PLAYWRIGHT.chromium().launch(options));
    }

    static Browsers withBackForwardCache() {
        return new Browsers(Kind.KEEPING_PAGES);
    }

    private static Browser launch(Kind kind) {
        return PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium(kind))
                        .setIgnoreDefaultArgs(
                                kind == Kind.KEEPING_PAGES ? List.of("--disable-back-forward-cache") : List.of())
                        .setArgs(List.of(
                                kind == Kind.PERMITTING ? "--use-fake-ui-for-media-stream" : "--no-pings",
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

    /** The page in which this person worked before, if there is one: a new one costs seconds of a processor. */
    Page technician(String baseUrl, RunningSuite.Account account) {
        var key = kind + " " + baseUrl + " " + account.email();
        var kept = lent.containsKey(key) ? null : KEPT.remove(key);
        var page = kept == null || kept.isClosed() ? technician() : kept;
        lent.putIfAbsent(key, page);
        page.setViewportSize(WIDTH, HEIGHT);
        return page;
    }

    Page customer() {
        var context = context();
        context.addInitScript(OPEN_SHADOW_ROOTS);
        return context.newPage();
    }

    private BrowserContext context() {
        // Without motion, whose every step would be painted by a processor.
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(45_000);
        contexts.add(context);
        return context;
    }

    @Override
    public void close() {
        lent.forEach(this::keep);
        contexts.forEach(BrowserContext::close);
        if (!shared) {
            browser.close();
        }
    }

    private void keep(String key, Page page) {
        if (page.isClosed()) {
            return;
        }
        var context = page.context();
        contexts.remove(context);
        context.pages().stream().filter(other -> other != page).forEach(Page::close);
        var unused = page.evaluate("sessionStorage.clear()");
        unused = page.navigate("about:blank");
        KEPT.put(key, page);
    }

    private static Path chromium(Kind kind) {
        var complete = Stream.of(
                System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome");
        return (kind == Kind.SHELL ? Stream.concat(Stream.of("/usr/bin/chromium-headless-shell"), complete) : complete)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install your system's chromium package, or set CHROMIUM to its path."));
    }
}
