package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat that goes from its technician to a team, as the three whom it concerns see it. */
class TeamTransferIT {

    private static final String TEAM = "Carriers";

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest supervisor = new Rest(suite.baseUrl(), "").loggedIn(suite.account("supervisor", 0));
    private final RunningSuite.Account knowsCarriers = suite.account("support", 1);

    private Browsers browsers;
    private String team;

    @BeforeEach
    void makeTheTeam() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers = new Browsers();
        team = supervisor
                .post("/api/desk/teams", Map.of("name", TEAM))
                .body()
                .get("id")
                .asText();
        var joined = supervisor.put(
                "/api/desk/staff/" + idOf(knowsCarriers),
                Map.of("chatLimit", 5, "callLimit", 2, "teamIds", List.of(team), "skills", List.of()));
        assertThat(joined.status()).isEqualTo(200);
    }

    @AfterEach
    void dissolveTheTeam() {
        browsers.close();
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        assertThat(supervisor.delete("/api/desk/teams/" + team).status()).isLessThan(300);
    }

    @Test
    void teamTakesTheChatOverWithItsNoteAndTheFormerTechnicianIsOut() {
        var customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.open("contact.html");
        customer.openWidget();
        customer.say("My parcel is lost");
        var former = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        former.answer();
        former.say("I shall find out who knows");
        var session = former.sessionId();
        var secondTab = secondTab(former, session);

        former.transferToTeam(TEAM, "Ask the carrier for the scan");

        assertThat(former.page()).hasURL(suite.baseUrl() + "/chats");
        assertThat(customer.page().getByTestId("rs-panel")).not().containsText("Technician 1 is here");
        assertThat(secondTab.getByTestId("chat-input")).not().isVisible();
        assertThat(secondTab.getByTestId("chat-message")).hasCount(0);

        var next = Technician.signedIn(browsers, suite.baseUrl(), knowsCarriers);
        next.accept();

        assertThat(next.sessionId()).isEqualTo(session);
        assertThat(secondTab.getByTestId("problem")).isVisible();
        assertThat(next.message("My parcel is lost")).isVisible();
        assertThat(next.page().getByText("Ask the carrier for the scan").first())
                .isVisible();
        assertThat(customer.page().getByTestId("rs-panel")).containsText("Technician 2");
        next.say("The carrier has it at the depot");
        assertThat(customer.message("The carrier has it at the depot")).isVisible();
        assertThat(customer.page().getByTestId("rs-panel")).not().containsText("Ask the carrier");
        assertThat(secondTab.getByTestId("chat-message")).hasCount(0);
        assertThat(new Rest(suite.baseUrl(), "")
                        .loggedIn(suite.account("support", 0))
                        .get("/api/support/chat/" + session + "/messages")
                        .status())
                .isEqualTo(403);
    }

    /** The same session once more, in which the technician does nothing. */
    private Page secondTab(Technician technician, String session) {
        var tab = technician.page().context().newPage();
        var unused = tab.navigate(suite.baseUrl() + "/sessions/" + session);
        assertThat(tab.getByTestId("chat-input")).isVisible();
        return tab;
    }

    private String idOf(RunningSuite.Account account) {
        return new Rest(suite.baseUrl(), "")
                .logIn(account)
                .body()
                .get("user")
                .get("id")
                .asText();
    }
}
