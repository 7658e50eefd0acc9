package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer and a technician speak, between two browsers. */
class CallIT {

    /** As a browser in which somebody has said no to the microphone. */
    private static final String REFUSES = """
            () => {
              navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
            }
            """;

    /** As a browser does it when a device is pulled out, and no other is there. */
    private static final String LOSES_MICROPHONE = """
            () => {
              const { mediaDevices } = navigator;
              window.openMedia = mediaDevices.getUserMedia;
              mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", "NotFoundError"));
              for (const sender of window.connections.at(-1).getSenders()) {
                if (sender.track?.kind !== "audio") continue;
                sender.track.stop();
                sender.track.dispatchEvent(new Event("ended"));
              }
              mediaDevices.dispatchEvent(new Event("devicechange"));
            }
            """;

    private static final String GETS_ANOTHER = """
            () => {
              navigator.mediaDevices.getUserMedia = window.openMedia;
              navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
            }
            """;

    /** Whether a picture is on the page that goes on moving. */
    private static final String PLAYS = """
            (part) => {
              const all = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
              const video = all(document).find(({ dataset }) => dataset?.testid === part);
              if (!video?.videoWidth) return false;
              const before = window.framesBefore;
              window.framesBefore = video.getVideoPlaybackQuality().totalVideoFrames;
              return before !== undefined && window.framesBefore > before;
            }
            """;

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;
    private Technician technician;
    private Ears customerHears;
    private Ears technicianHears;

    @BeforeEach
    void open() {
        browsers = Browsers.thatShareScreens();
        technician = new Technician(browsers.technician(), suite.baseUrl());
        technicianHears = Ears.of(technician.page());
        technician.logIn(suite.account("support", 0));
        customer = new Customer(browsers.customer(), suite.baseUrl());
        customerHears = Ears.of(customer.page());
        customer.open("");
        customer.openWidget();
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void customerCallsAndBothHearEachOtherUntilOneHangsUp() {
        of(customer, "rs-call-start").click();
        assertThat(of(customer, "rs-call-waiting")).isVisible();
        // While it rings the two are connected already, and nobody is heard.
        customerHears.connected();
        technicianHears.connected();
        technicianHears.silence();
        assertThat(of(customer, "rs-call-waiting")).isVisible();
        technician.accept();

        bothHear();
        assertThat(technicianHears.connections()).isOne();
        assertThat(of(technician, "call-bar")).containsText("In a call with");

        var way = customerHears.way();
        // As a browser tells that the network is another.
        var unused = customer.page().evaluate("() => dispatchEvent(new Event('online'))");
        customerHears.anotherWayThan(way);
        bothHear();
        assertThat(customerHears.connections()).isOne();

        assertThat(of(technician, "call-quality")).isVisible();
        assertThat(of(customer, "rs-call-quality")).isVisible();

        of(technician, "call-mute").click();
        assertThat(of(customer, "rs-call-status")).containsText("muted");
        customerHears.silence();
        of(technician, "call-mute").click();
        of(technician, "call-hold").click();
        assertThat(of(customer, "rs-call-status")).containsText("on hold");
        customerHears.silence();
        of(technician, "call-hold").click();
        bothHear();

        of(customer, "rs-call-hang-up").click();

        assertThat(of(customer, "rs-call-note")).containsText("The call is over");
        assertThat(technician.page().getByText("This session has ended").first())
                .isVisible();
        assertThat(of(technician, "call-over")).containsText("The customer hung up");
    }

    @Test
    void callWithinAChatOutlivesReloadsAnotherPageOfTheConsoleAndALostMicrophone() {
        customer.say("Please call me");
        technician.accept();
        of(technician, "call-start").click();
        assertThat(of(customer, "rs-call-ringing")).isVisible();
        of(customer, "rs-call-accept").click();
        bothHear();

        var shopAgain = customer.page().reload();
        bothHear();
        var consoleAgain = technician.page().reload();
        bothHear();
        technician.page().getByTestId("nav-cases").click();
        assertThat(of(technician, "call-float")).isVisible();
        bothHear();
        of(technician, "call-back-to-session").click();

        of(technician, "call-camera").click();
        sees(customer.page(), "rs-call-picture");
        of(technician, "call-screen").click();
        assertThat(of(technician, "call-own-picture")).hasAttribute("aria-label", "Your screen");
        sees(customer.page(), "rs-call-picture");
        of(customer, "rs-call-screen").click();
        sees(technician.page(), "call-remote-picture");
        assertThat(of(technician, "call-remote-picture")).hasAttribute("aria-label", Pattern.compile("screen$"));

        customerLosesTheirMicrophone();
        assertThat(of(customer, "rs-call-trouble")).containsText("Your microphone has gone");
        assertThat(of(technician, "call-customer-problem")).isVisible();
        technicianHears.silence();
        customerPlugsAnotherIn();
        assertThat(of(customer, "rs-call-trouble")).isHidden();
        bothHear();

        of(technician, "call-hang-up").click();
        assertThat(of(customer, "rs-call")).hasCount(0);
        technician.say("Was that all?");
        assertThat(customer.message("Was that all?")).isVisible();
    }

    @Test
    void callThatIsDeclinedLeavesTheChatAsItWas() {
        customer.say("I would rather write");
        technician.accept();
        of(technician, "call-start").click();

        of(customer, "rs-call-decline").click();

        assertThat(of(technician, "call-over")).isVisible();
        assertThat(of(customer, "rs-call-ringing")).hasCount(0);
        customer.say("Still here");
        assertThat(technician.message("Still here")).isVisible();
    }

    @Test
    void callThatIsHandedOnIsHeardUntilTheColleagueTakesItAndEndsWhenTheCustomersTabIsGone() {
        of(customer, "rs-call-start").click();
        technician.accept();
        bothHear();
        var url = technician.page().url();
        var colleague = new Technician(browsers.technician(), suite.baseUrl());
        var colleagueHears = Ears.of(colleague.page());
        colleague.logIn(suite.account("support", 1));
        customerHears.countSilence();

        var id = new Rest(suite.baseUrl(), "")
                .logIn(suite.account("support", 1))
                .body()
                .at("/user/id")
                .asText();
        var desk = new Rest(suite.baseUrl(), suite.apiKey());
        var transfer = "/api/sessions/" + url.substring(url.lastIndexOf('/') + 1) + "/transfer";
        // The colleague counts as there a moment after the console has opened.
        await().untilAsserted(() ->
                assertThat(desk.post(transfer, Map.of("staffId", id)).status()).isEqualTo(200));

        assertThat(of(colleague, "ringing-call")).isVisible();
        assertThat(of(customer, "rs-call-status")).containsText("takes over in a moment");
        customerHears.sound();
        assertThat(colleagueHears.connections()).isZero();

        var consoleAgain = colleague.page().reload();
        of(colleague, "ringing-call").getByTestId("call-answer").click();
        colleagueHears.sound();
        assertThat(of(customer, "rs-call-status")).containsText("You are talking to");
        customerHears.sound();
        assertThat(customerHears.longestSilence()).isLessThan(5);
        assertThat(of(technician, "call-hang-up")).hasCount(0);

        customer.page().close();
        assertThat(of(colleague, "call-status")).containsText("Reconnecting");
        of(colleague, "call-hang-up").click();
        assertThat(of(colleague, "call-over")).isVisible();
    }

    @Test
    void customersCallRingsWhereverTheTechnicianIsInTheConsole() {
        customer.say("May I call you?");
        technician.accept();
        technician.page().getByTestId("nav-cases").click();
        of(customer, "rs-call-start").click();

        of(technician, "ringing-call").getByTestId("call-answer").click();

        bothHear();
    }

    @Test
    void whoHasNoMicrophoneHearsTheOtherAndBothAreTold() {
        var unused = customer.page().evaluate(REFUSES);
        of(customer, "rs-call-start").click();
        technician.accept();

        assertThat(of(technician, "call-customer-problem")).isVisible();
        customerHears.sound();
        assertThat(of(customer, "rs-call")).containsText("microphone");
    }

    private static Locator of(Customer customer, String part) {
        return customer.page().getByTestId(part);
    }

    private static Locator of(Technician technician, String part) {
        return technician.page().getByTestId(part);
    }

    /** Counted anew each time, as what it shows may be another. */
    private static void sees(Page page, String part) {
        var unused = page.evaluate("() => { window.framesBefore = undefined; }");
        unused = page.waitForFunction(PLAYS, part, new Page.WaitForFunctionOptions().setPollingInterval(500));
    }

    private void customerLosesTheirMicrophone() {
        var unused = customer.page().evaluate(LOSES_MICROPHONE);
    }

    private void customerPlugsAnotherIn() {
        var unused = customer.page().evaluate(GETS_ANOTHER);
    }

    private void bothHear() {
        technicianHears.sound();
        customerHears.sound();
    }
}
