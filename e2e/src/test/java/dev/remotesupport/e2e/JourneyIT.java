package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer and a technician do together, on one replica of each service. */
class JourneyIT {

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        customer = new Customer(browsers.customer(), suite.baseUrl());
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void customerIsHelpedOnTheirPage() {
        customer.open("contact.html");
        customer.openWidget();
        customer.say("I cannot fill in this form");

        technician.answer();
        assertThat(technician.message("I cannot fill in this form")).isVisible();
        technician.say("Let me have a look");
        assertThat(customer.message("Let me have a look")).isVisible();

        technician.ask("view");
        customer.allow("see");
        technician.isGranted("view");
        technician.sees(customer.heading().innerText());

        technician.ask("control");
        customer.allow("click");
        technician.isGranted("control");
        technician.click(technician.stage().locator("input[name=name]"));
        technician.type("Ada");
        assertThat(customer.page().locator("input[name=name]")).hasValue("Ada");
        assertThat(technician.stage().locator("input[name=name]")).hasValue("Ada");

        technician.end();
        assertThat(customer.page().getByTestId("rs-bar")).not().isVisible();
    }

    @Test
    void nothingLeavesThePageBeforeYesNorAfterNo() {
        var frames = framesReceivedBy(technician.page());
        customer.open("contact.html");
        customer.openWidget();
        customer.say("Hello");
        technician.answer();

        technician.ask("view");
        assertThat(customer.page().getByTestId("rs-consent")).isVisible();
        customer.refuse();

        assertThat(technician.page().locator("[data-outcome=refused]").first()).isVisible();
        assertThat(frames).noneMatch(frame -> frame.contains("\"cobrowse.events\""));
    }

    @Test
    void navigationAndReloadResumeWithoutAskingAgain() {
        helpWithView("index.html");

        customer.open("contact.html");
        technician.sees(customer.heading().innerText());
        var unused = customer.page().reload();
        technician.sees(customer.heading().innerText());
        customer.open("index.html");
        technician.sees(customer.heading().innerText());

        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();
        assertThat(customer.message("Please help")).isVisible();
    }

    @Test
    void revokedGrantStopsRemoteInputAndTheView() {
        helpWithView("contact.html");
        technician.ask("control");
        customer.allow("click");
        technician.isGranted("control");
        var field = technician.stage().locator("input[name=name]");
        technician.click(field);
        technician.type("A");
        assertThat(customer.page().locator("input[name=name]")).hasValue("A");

        customer.stopSharing();
        technician.type("BCD");

        assertThat(technician.page().getByTestId("ask-view")).isVisible();
        assertThat(customer.page().locator("input[name=name]")).hasValue("A");
    }

    @Test
    void secretsNeverLeaveThePage() {
        var frames = framesReceivedBy(technician.page());
        helpWithView("checkout.html");
        technician.sees(customer.heading().innerText());

        customer.page().locator("#password").fill("correct-horse-battery");
        customer.page().locator("#password").evaluate("field => field.type = 'text'");
        customer.page().locator("#password").pressSequentially("-staple");
        customer.page().locator("[data-private]").first().evaluate("box => box.append(' hidden-loyalty-4711')");
        customer.page().locator("h1").evaluate("heading => heading.textContent = 'Everything arrived'");
        technician.sees("Everything arrived");

        assertThat(frames).anyMatch(frame -> frame.contains("Everything arrived"));
        assertThat(frames)
                .noneMatch(
                        frame -> frame.contains("horse") || frame.contains("staple") || frame.contains("loyalty-4711"));
    }

    @Test
    void duplicatedTabIsAParticipantOfItsOwn() {
        helpWithView("index.html");

        // A duplicated tab begins with a copy of its opener's session storage.
        var second =
                customer.page().context().waitForPage(() -> customer.page().evaluate("window.open('contact.html')"));
        second.waitForLoadState();

        technician.page().getByTestId("tab-picker").click();
        assertThat(technician.page().getByTestId("tab-option")).hasCount(2);
    }

    @Test
    void secondTechnicianAndOtherOrganisationAreRefused() {
        helpWithView("index.html");
        var session = technician.sessionId();

        var second = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 1));
        var unused = second.page().navigate(suite.baseUrl() + "/sessions/" + session);
        var stranger = Technician.signedIn(browsers, suite.baseUrl(), suite.accountOfOtherOrganisation("support"));
        unused = stranger.page().navigate(suite.baseUrl() + "/sessions/" + session);

        assertThat(second.page().locator("main")).containsText("This session belongs to somebody else");
        assertThat(second.page().getByTestId("problem")).isVisible();
        assertThat(stranger.page().locator("main")).containsText("There is no such session");
        assertThat(stranger.page().getByTestId("problem")).isVisible();
        assertThat(second.stage().locator("body")).hasCount(0);
        assertThat(customer.page().getByTestId("rs-bar")).isVisible();
    }

    @Test
    void conversationIsTheSameAfterReloadOnBothSides() {
        helpWithView("index.html");
        technician.say("one");
        customer.say("two");

        var unused = customer.page().reload();
        unused = technician.page().reload();

        assertThat(technician.message("two")).isVisible();
        assertThat(technician.page().getByTestId("chat-message")).hasCount(3);
        await().untilAsserted(() ->
                assertThat(customer.page().getByTestId("rs-message").count()).isEqualTo(3));
    }

    private void helpWithView(String path) {
        customer.open(path);
        customer.openWidget();
        customer.say("Please help");
        technician.answer();
        technician.ask("view");
        customer.allow("see");
        technician.isGranted("view");
    }

    private static List<String> framesReceivedBy(Page page) {
        var frames = new CopyOnWriteArrayList<String>();
        page.onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> frames.add(frame.text())));
        return frames;
    }
}
