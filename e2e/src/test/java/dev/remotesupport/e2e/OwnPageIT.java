package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's own page: the way in, what is there, and what is not. */
class OwnPageIT {

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.open("contact.html");
        customer.openWidget();
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void customerReadsGoesOnWritingAndRatesThere() {
        var technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        customer.say("Where is my parcel?");
        technician.answer();
        technician.say("It is on its way");

        var page = customer.ownPage();
        assertThat(page).hasURL(suite.baseUrl() + "/my");
        page.getByTestId("my-session").first().click();
        assertThat(message(page, "It is on its way")).isVisible();
        page.getByTestId("rs-input").fill("Thank you, that is all");
        page.getByTestId("rs-send").click();
        assertThat(technician.message("Thank you, that is all")).isVisible();
        technician.end();
        page.getByTestId("rs-star-5").check(new Locator.CheckOptions().setForce(true));
        page.getByTestId("rs-comment").fill("Quick");
        page.getByTestId("rs-rate").click();

        assertThat(page.getByTestId("rs-rating")).containsText("Thank you");
        var unused = page.reload();
        assertThat(page.getByTestId("my-facts")).containsText("Quick");
        assertThat(message(page, "Where is my parcel?")).isVisible();
    }

    @Test
    void caseIsATicketWithItsStateAndLeadsToRatingAndReceipt() throws IOException {
        var technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        customer.say("My parcel is lost");
        technician.answer();
        technician.say("We look for it");
        technician.putIntoNewCase("Lost parcel");

        var page = customer.ownPage();
        var ticket = page.getByTestId("my-ticket");
        assertThat(ticket).containsText("Lost parcel");
        assertThat(ticket).containsText("Open");
        technician.end();
        assertThat(technician.page().getByText("This session has ended").first())
                .isVisible();
        technician.closeCase("Lost parcel");
        var unused = page.reload();
        assertThat(ticket).containsText("Solved");

        ticket.locator("summary").click();
        ticket.getByTestId("my-session").click();
        var receipt =
                page.waitForDownload(() -> page.getByTestId("rs-save").first().click());
        page.getByTestId("rs-star-4").check(new Locator.CheckOptions().setForce(true));
        page.getByTestId("rs-rate").click();

        assertThat(Files.readString(receipt.path())).contains("My parcel is lost", "We look for it");
        assertThat(page.getByTestId("rs-rating")).containsText("Thank you");
        var rated = new Rest(suite.baseUrl(), suite.apiKey()).get("/api/sessions/" + technician.sessionId());
        assertThat(rated.body().get("rating").asInt()).isEqualTo(4);
    }

    @Test
    void whatBelongsToOthersIsNotThere() {
        var other = Visitor.askingForHelp(suite);
        var page = customer.ownPage();
        assertThat(page.getByTestId("my-empty")).isVisible();

        var unused = page.navigate(suite.baseUrl() + "/my/" + other.sessionId());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such conversation");
        var stranger = Visitor.askingForHelp(suite).rest();
        assertThat(stranger.get("/api/sessions/" + other.sessionId()).status()).isEqualTo(404);
        assertThat(stranger.get("/api/support/chat/" + other.sessionId() + "/messages")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/sessions/" + other.sessionId() + "/rating", Map.of("rating", 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pageIsClosedForWhoComesAfter() {
        var page = customer.ownPage();
        page.getByTestId("my-leave").click();
        assertThat(page.getByTestId("my-outside")).containsText("This page is closed");

        var unused = page.navigate(suite.baseUrl() + "/my#code=of-yesterday");

        assertThat(page.getByTestId("my-outside")).containsText("This link does not work any more");
    }

    private static Locator message(Page page, String text) {
        return page.getByTestId("rs-message").filter(new Locator.FilterOptions().setHasText(text));
    }
}
