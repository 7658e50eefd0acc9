package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
    private Websites websites;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        var rest = new Rest(suite.baseUrl(), suite.apiKey());
        rest.endAllSessions();
        browsers = new Browsers();
        websites = Websites.open(suite.baseUrl(), rest.loggedIn(suite.account("admin", 0)));
        customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.page().addInitScript(CUTTABLE);
        technician = new Technician(browsers.technician(), suite.baseUrl());
        technician.logIn(suite.account("support", 0));
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        websites.close();
        browsers.close();
    }

    @Test
    void sessionGoesOnAtASiblingDomainWithoutHttps() {
        helpOn(websites.sibling("www", "forms.html"));
        technician.sees("Forms");

        var unused = customer.page().navigate(websites.sibling("shop", "table.html?rows=12"));

        technician.sees("12 orders");
        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
    }

    @Test
    void redirectsAndTheWayBackAreFollowed() {
        helpOn(websites.url("forms.html"));
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
        helpOn(websites.url("forms.html"));
        technician.sees("Forms");

        var unused = customer.page().evaluate("window.cut = true; window.sockets.forEach((one) => one.close())");
        assertThat(technician.page().getByTestId("paused")).containsText("reconnecting");
        technician.sees("Forms");
        unused = customer.page().evaluate("document.querySelector('h1').textContent = 'Changed meanwhile'");
        unused = customer.page().evaluate("window.cut = false; window.dispatchEvent(new Event('online'))");

        technician.sees("Changed meanwhile");
        assertThat(technician.page().getByTestId("paused")).not().isVisible();
    }

    @Test
    void customerSeesWhatTheTechnicianSeesAlsoOfTheNextPage() {
        helpOn(websites.url("forms.html"));
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

    private void helpOn(String address) {
        var unused = customer.page().navigate(address);
        customer.openWidget();
        customer.say("Please help");
        technician.answer();
        technician.ask("view");
        customer.allow("see");
        technician.isGranted("view");
    }
}
