package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on the sites, asking them for a look, and customers who come with a code. */
class VisitorsIT {

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        customer = new Customer(browsers.customer(), suite.baseUrl());
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        visit("/visitors");
        // Whoever was there before is gone within seconds.
        assertThat(technician.page().getByText("Nobody is on your sites now")).isVisible();
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void visitorIsSeenComingAndGoingWithoutWhatIsSecretInTheAddress() {
        var page = technician.page();
        customer.open("contact.html?token=s3cret#s3cret");

        assertThat(tab("contact")).isVisible();
        assertThat(page.getByTestId("visitor").first()).containsText("looking");
        assertThat(page.locator("main")).not().containsText("s3cret");

        customer.open("cart.html");
        assertThat(tab("cart")).isVisible();
        assertThat(tab("contact")).hasCount(0);

        customer.page().close();
        assertThat(tab("cart")).hasCount(0);
    }

    @Test
    void yesOpensASessionWithTheTechnicianInWhichThePageIsSeen() {
        customer.open("contact.html");
        askFor("delivery question");
        assertThat(technician.page().getByTestId("access-waiting")).isVisible();
        assertThat(customer.page().getByTestId("rs-consent")).containsText("delivery question");
        assertThat(new Rest(suite.baseUrl(), suite.apiKey())
                        .get("/api/sessions?state=active&limit=10")
                        .body()
                        .path("items"))
                .as("sessions before the Yes")
                .isEmpty();

        customer.allow("see");

        assertThat(technician.page()).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}"));
        technician.isGranted("view");
        technician.sees(customer.heading().innerText());
    }

    @Test
    void noIsToldAndNothingBegins() {
        customer.open("contact.html");
        askFor("a question");
        assertThat(customer.page().getByTestId("rs-consent")).isVisible();

        customer.refuse();

        assertThat(technician.page().getByTestId("access-answer")).containsText("said no");
        assertThat(customer.page().getByTestId("rs-bar")).not().isVisible();
    }

    @Test
    void codeOpensAChatOnThePhoneOnceAndThenNeverAgain() {
        technician.page().getByTestId("invite").click();
        technician.page().getByTestId("invite-make").click();
        assertThat(technician.page().getByTestId("invite-left")).containsText("good for");
        var code = technician.page().getByTestId("invite-code").innerText();
        var phone = customer.page();
        phone.setViewportSize(390, 780);

        connect(phone, "/connect", "0000-0000");
        assertThat(phone.getByTestId("connect-problem")).containsText("no such code");
        connect(phone, "/connect", code);

        assertThat(phone.getByTestId("rs-panel")).isVisible();
        assertThat(technician.page()).hasURL(Pattern.compile("/sessions/[0-9a-f-]{36}"));
        technician.say("Good morning");
        assertThat(customer.message("Good morning")).isVisible();
        customer.say("Hello from my phone");
        assertThat(technician.message("Hello from my phone")).isVisible();

        var late = browsers.customer();
        connect(late, "/connect/" + code, "");
        assertThat(late.getByTestId("connect-problem")).containsText("has been used");
    }

    @Test
    void adminSeesWhereTheScriptIsSeenAndWhatThePlanIncludes() {
        var admin = Technician.signedIn(browsers, suite.baseUrl(), suite.account("admin", 0));
        customer.open("contact.html");
        var unused = admin.page().navigate(suite.baseUrl() + "/settings/sites");

        assertThat(admin.page().getByTestId("script-page").first()).containsText("/demo/");
        assertThat(admin.page().getByTestId("plan-limits")).containsText("Pages shared now");
        assertThat(admin.page().getByTestId("script-seen").first()).isVisible();
    }

    private void askFor(String reason) {
        var rows = technician
                .page()
                .getByTestId("visitor")
                .filter(new Locator.FilterOptions().setHasText("/demo/contact"));
        assertThat(rows).hasCount(1);
        rows.getByTestId("visitor-ask").click();
        technician.page().getByTestId("access-reason").fill(reason);
        technician.page().getByTestId("access-ask").click();
    }

    private Locator tab(String path) {
        return technician
                .page()
                .getByTestId("visitor-tab")
                .filter(new Locator.FilterOptions().setHasText("/demo/" + path));
    }

    private void visit(String path) {
        var unused = technician.page().navigate(suite.baseUrl() + path);
    }

    private void connect(Page page, String path, String code) {
        var unused = page.navigate(suite.baseUrl() + path);
        if (!code.isEmpty()) {
            page.getByTestId("connect-code").fill(code);
        }
        page.getByTestId("connect-submit").click();
    }
}
