package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers do not stay on one page: the session does, and nobody is asked twice. */
class ContinuityIT {

    /** Cuts the sockets of a page, and keeps new ones from being made, while {@code cut} is true. */
    private static final String CUTTABLE = """
            const Real = WebSocket;
            window.sockets = [];
            window.WebSocket = class extends Real {
                constructor(url, protocols) {
                    super(window.cut ? "ws://127.0.0.1:1/" : url, protocols);
                    window.sockets.push(this);
                }
            };
            """;

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Line line;
    private Websites websites;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        var rest = new Rest(suite.baseUrl(), suite.apiKey());
        rest.endAllSessions();
        line = Line.to(suite.baseUrl());
        websites = Websites.open(line.url(), rest.loggedIn(suite.account("admin", 0)));
        open(new Browsers());
    }

    private void open(Browsers browsers) {
        this.browsers = browsers;
        customer = new Customer(browsers.customer(), line.url());
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
        websites.close();
        line.close();
    }

    @Test
    void sessionGoesOnAtASiblingDomainWithoutHttps() {
        new BothSides(customer, technician).view(websites.sibling("www", "forms.html"));
        technician.sees("Forms");

        var unused = customer.page().navigate(websites.sibling("shop", "table.html?rows=12"));

        technician.sees("12 orders");
        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
    }

    @Test
    void redirectsAndTheWayBackAreFollowed() {
        new BothSides(customer, technician).view(websites.url("forms.html"));
        technician.sees("Forms");

        var unused = customer.page().evaluate("location.replace('table.html?rows=15')");
        technician.sees("15 orders");
        unused = customer.page().navigate(websites.url("shadow.html"));
        technician.sees("Components");
        unused = customer.page().goBack();

        technician.sees("15 orders");
        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
    }

    @Test
    void lastPictureStaysWhileTheConnectionIsCut() {
        customer.page().addInitScript(CUTTABLE);
        new BothSides(customer, technician).view(websites.url("forms.html"));
        technician.sees("Forms");

        var unused = customer.page().evaluate("window.cut = true; window.sockets.forEach((one) => one.close())");
        assertThat(technician.page().getByTestId("paused")).containsText("reconnecting");
        technician.sees("Forms");
        unused = customer.page().evaluate("document.querySelector('h1').textContent = 'Changed meanwhile'");
        unused = customer.page().evaluate("window.cut = false; window.dispatchEvent(new Event('online'))");

        technician.sees("Changed meanwhile");
        assertThat(technician.page().getByTestId("paused")).not().isVisible();
    }

    /** Neither end is told of such a cut: only the silence says so. */
    @Test
    void lastPictureIsMarkedAsPausedWhileNothingPasses() {
        new BothSides(customer, technician).control(websites.url("forms.html"));
        technician.sees("Forms");

        line.cut();
        var unused = customer.page().evaluate("document.querySelector('h1').textContent = 'Changed meanwhile'");
        assertThat(technician.page().getByTestId("paused")).containsText("reconnecting");
        technician.sees("Forms");
        line.mend();

        technician.sees("Changed meanwhile");
        assertThat(technician.page().getByTestId("paused")).not().isVisible();
        isSteered("Grace");
    }

    @Test
    void laptopThatSleptGoesOnOverANewConnection() throws IOException {
        new BothSides(customer, technician).control(websites.url("forms.html"));
        technician.sees("Forms");
        isSteered("Grace");
        var laptop = customer.page().context().newCDPSession(customer.page());

        // Nothing runs while the debugger holds the page, and its clock jumps afterwards, as when a machine sleeps.
        var unused = laptop.send("Debugger.enable");
        unused = laptop.send("Debugger.pause");
        line.forgetSockets();
        assertThat(technician.page().getByTestId("paused")).containsText("reconnecting");
        technician.sees("Forms");
        unused = laptop.send("Debugger.resume");

        assertThat(technician.page().getByTestId("paused")).not().isVisible();
        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
        isSteered("Hopper");
    }

    /** The page comes back as it was left, scripts, sockets and all, and nothing is loaded. */
    @Test
    void pageFromTheBackForwardCacheGoesOn() {
        browsers.close();
        open(Browsers.withBackForwardCache());
        customer.page().addInitScript("""
                addEventListener("pageshow", ({ persisted }) => {
                    if (persisted) document.querySelector("h1").textContent = "As it was left";
                });
                """);
        new BothSides(customer, technician).control(websites.url("forms.html"));
        technician.sees("Forms");

        Object unused = customer.page().navigate(websites.url("table.html?rows=12"));
        technician.sees("12 orders");
        unused = customer.page().evaluate("setTimeout(() => history.back())");

        technician.sees("As it was left");
        isSteered("Grace");
    }

    @Test
    void customerSeesWhatTheTechnicianSeesAlsoOfTheNextPage() {
        new BothSides(customer, technician).view(websites.url("forms.html"));
        technician.sees("Forms");

        var mirror = customer.page()
                .waitForPopup(() -> customer.page().getByTestId("rs-mirror").click());

        assertThat(mirror.getByTestId("mirror-who")).containsText("sees this of your page");
        var picture = mirror.frameLocator("[data-testid=mirror-area] iframe").locator("body");
        assertThat(picture).containsText("Forms");
        var unused = customer.page().evaluate("document.querySelector('h1').textContent = 'Changed meanwhile'");
        assertThat(picture).containsText("Changed meanwhile");

        unused = customer.page().navigate(websites.url("table.html?rows=12"));
        assertThat(picture).containsText("12 orders");
        technician.sees("12 orders");

        customer.stopSharing();
        assertThat(mirror.getByTestId("mirror-who")).containsText("no longer sees");
        assertThat(mirror.locator("iframe")).hasCount(0);
    }

    /** What the technician types comes back as part of the picture. What was typed while the page reconnects is lost. */
    private void isSteered(String text) {
        var field = technician.stage().locator("[name=text]");
        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    technician.click(field);
                    technician.type(text);
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(3))
                            .until(() -> field.inputValue().contains(text));
                    return true;
                });
    }
}
