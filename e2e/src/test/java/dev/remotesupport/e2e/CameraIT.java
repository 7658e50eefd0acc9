package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer on a phone shows what its camera sees, and speaks. */
class CameraIT {

    /** Remembers what the browser opened, so that a test can look whether it is closed. */
    private static final String REMEMBER_STREAMS = """
            const media = navigator.mediaDevices;
            const open = media?.getUserMedia.bind(media);
            if (open) media.getUserMedia = async (wanted) => {
              const stream = await open(wanted);
              (window.opened ??= []).push(stream);
              return stream;
            };
            """;

    /** Whether the picture differs from the one that was looked at before. */
    private static final String MOVES = """
            (video) => {
              if (!video || video.readyState < 2 || !video.videoWidth) return false;
              const canvas = document.createElement("canvas");
              canvas.width = 64;
              canvas.height = 48;
              const context = canvas.getContext("2d");
              context.drawImage(video, 0, 0, 64, 48);
              const { data } = context.getImageData(0, 0, 64, 48);
              if (!data.some((value, index) => index % 4 < 3 && value > 40)) return false;
              const before = video.lookedAt;
              video.lookedAt = data.join();
              return before !== undefined && before !== video.lookedAt;
            }
            """;

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;
    private Technician technician;
    private Ears phoneHears;

    @BeforeEach
    void connectByCode() {
        browsers = Browsers.withMedia();
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        var phone = browsers.customer();
        phone.addInitScript(REMEMBER_STREAMS);
        phoneHears = Ears.of(phone);
        phone.setViewportSize(390, 844);
        customer = new Customer(phone, suite.baseUrl());
        customer.connect(technician.invite());
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void cameraIsSeenMovingUntilTheCustomerStopsItAndTheyGoOnByVoice() {
        permitCamera();
        technician.ask("camera");
        assertThat(customer.page().getByTestId("rs-consent")).containsText("would like to see your camera");
        assertThat(video()).hasCount(0);

        customer.allow("camera");

        seesMovingPicture();
        technician.isGranted("camera");
        assertThat(customer.page().getByTestId("rs-bar")).containsText("sees your camera");
        assertThat(customer.page().getByTestId("rs-self-view")).isVisible();

        customer.stopSharing();

        assertThat(video()).hasCount(0);
        assertThat(stage()).containsText("stopped showing it");
        assertThat(customer.page().getByTestId("rs-self-view")).hasCount(0);
        cameraIsClosed();

        technician.page().context().grantPermissions(List.of("microphone"));
        technician.page().getByTestId("call-start").click();
        customer.page().getByTestId("rs-call-accept").click();
        phoneHears.sound();
        assertThat(customer.page().getByTestId("rs-call-hang-up")).isInViewport();
        assertThat(customer.page().getByTestId("rs-input")).isInViewport();
        customer.say("I write while we speak");
        assertThat(technician.message("I write while we speak")).isVisible();
        customer.page().getByTestId("rs-call-hang-up").click();
        assertThat(technician.page().getByTestId("call-over")).containsText("The customer hung up");
    }

    @Test
    void refusedConsentOpensNoCamera() {
        permitCamera();
        technician.ask("camera");

        assertThat(customer.page().getByTestId("rs-consent")).isVisible();
        customer.refuse();

        assertThat(technician.page().getByTestId("ask-camera")).containsText("Refused");
        assertThat(customer.page().getByTestId("rs-bar")).not().isVisible();
        cameraIsClosed();
    }

    @Test
    void browserThatDoesNotAllowItIsToldOnBothSidesAndCanBeTriedAgain() {
        customer.page().context().clearPermissions();
        technician.ask("camera");
        customer.allow("camera");

        assertThat(customer.page().getByTestId("rs-camera-note")).containsText("does not allow the camera");
        assertThat(technician.page().getByTestId("live-failed")).containsText("does not allow the camera");
        assertThat(customer.page().getByTestId("rs-bar")).containsText("may see your camera");

        permitCamera();
        customer.page().getByTestId("rs-start-camera").click();

        seesMovingPicture();
        assertThat(customer.page().getByTestId("rs-bar")).containsText("sees your camera");
    }

    @Test
    void reloadOnEitherSideGoesOnWithoutAnotherConsent() {
        permitCamera();
        technician.ask("camera");
        customer.allow("camera");
        seesMovingPicture();

        var phoneAgain = customer.page().reload();
        assertThat(customer.page().getByTestId("rs-self-view")).isVisible();
        seesMovingPicture();
        var consoleAgain = technician.page().reload();
        seesMovingPicture();
        assertThat(customer.page().getByTestId("rs-consent")).not().isVisible();

        customer.page().close();
        assertThat(video()).hasCount(0);
        assertThat(technician.page().getByTestId("live-awaited")).containsText("left");
    }

    @Test
    void technicianAndTheEndOfTheSessionCloseTheCamera() {
        permitCamera();
        technician.ask("camera");
        customer.allow("camera");
        seesMovingPicture();

        technician.page().getByTestId("give-back-camera").click();
        assertThat(video()).hasCount(0);
        assertThat(customer.page().getByTestId("rs-bar")).not().isVisible();
        cameraIsClosed();

        technician.ask("camera");
        customer.allow("camera");
        seesMovingPicture();
        technician.end();
        assertThat(customer.page().getByTestId("rs-self-view")).hasCount(0);
        assertThat(customer.page().getByTestId("rs-bar")).not().isVisible();
        cameraIsClosed();
    }

    private void permitCamera() {
        customer.page().context().grantPermissions(List.of("camera"));
    }

    private Locator video() {
        return technician.page().getByTestId("live-video");
    }

    private Locator stage() {
        return technician.page().getByTestId("stage");
    }

    private void seesMovingPicture() {
        assertThat(video()).isVisible();
        var unused = technician
                .page()
                .waitForFunction(
                        "() => (" + MOVES + ")(document.querySelector('[data-testid=live-video]'))",
                        null,
                        new Page.WaitForFunctionOptions().setPollingInterval(200));
    }

    private void cameraIsClosed() {
        var unused = customer.page()
                .waitForFunction("() => (window.opened ?? []).every((stream) => stream.getTracks().every((track) =>"
                        + " track.readyState === 'ended'))");
    }
}
