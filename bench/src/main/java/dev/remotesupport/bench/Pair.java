package dev.remotesupport.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A customer on a page of the demo and a technician who sees it in the console, each in a browser of its own. */
record Pair(Page customer, Page technician) {

    static final String OPEN_SHADOW_ROOTS = """
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: "open" }); };
            """;

    static Page customer(Browser browser, URI base, String path) {
        var context = browser.newContext();
        context.addInitScript(OPEN_SHADOW_ROOTS);
        var page = context.newPage();
        var unused = page.navigate(base + "/demo/" + path);
        return page;
    }

    /** Asks for help on the customer's page, answers, asks to see the page and is allowed to. */
    static Pair watching(Browser browser, URI base, SuiteClient.Login login, Page customer) {
        var session = askForHelp(customer);
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
        var pair = new Pair(customer, page);
        pair.stage().locator("h1").first().waitFor();
        return pair;
    }

    /** Asks for control besides, and is given it. */
    void control() {
        technician.getByTestId("ask-control").click();
        customer.getByTestId("rs-allow").click();
        technician.getByTestId("granted-control").waitFor();
    }

    FrameLocator stage() {
        return technician.frameLocator("[data-testid=stage] iframe");
    }

    static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
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
}
