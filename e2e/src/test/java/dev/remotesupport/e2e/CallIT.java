package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer and a technician speak, between two browsers. */
class CallIT {

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;
    private Technician technician;
    private Ears customerHears;
    private Ears technicianHears;

    @BeforeEach
    void open() {
        browsers = new Browsers();
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
        technician.accept();

        bothHear();
        assertThat(of(technician, "call-bar")).containsText("In a call with");
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
    void callWithinAChatOutlivesReloadsAndAnotherPageOfTheConsole() {
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
        assertThat(of(customer, "rs-call").locator("video").first()).isVisible();
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
        customer.page().context().clearPermissions();
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

    private void bothHear() {
        technicianHears.sound();
        customerHears.sound();
    }
}
