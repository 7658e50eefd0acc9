package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Markup in every field that a visitor fills in, and in those of the staff: both sides read it, and nothing of it runs. */
class HostileTextIT {

    private static final String MARKUP =
            "<img src=x onerror=\"window.harmed=true\"><script>window.harmed=true</script>";

    private final RunningSuite suite = RunningSuite.shared();
    private final Browsers browsers = new Browsers();

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void markupOfAVisitorIsTextInTheConsole() {
        var visitor = visitor();
        var technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        var console = technician.page();
        assertThat(console.getByTestId("session-row")).containsText(MARKUP);
        harmless(console);

        technician.answer();
        assertThat(technician.message(MARKUP)).isVisible();
        technician.putIntoNewCase(MARKUP);
        harmless(console);
        console.getByTestId("customer-tab").click();
        assertThat(console.getByText(MARKUP).first()).isVisible();
        harmless(console);
        List.of("/sessions", "/cases", "/queue").forEach(path -> {
            var unused = console.navigate(suite.baseUrl() + path);
            assertThat(console.getByTestId("user-menu")).isVisible();
            harmless(console);
        });
        assertThat(visitor.state()).isEqualTo("active");
    }

    @Test
    void markupOfTheStaffIsTextInTheWidget() {
        var customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.open("contact.html");
        customer.openWidget();
        customer.say(MARKUP);
        var technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        technician.answer();

        technician.say("Look: " + MARKUP);

        assertThat(customer.message("Look: " + MARKUP)).isVisible();
        harmless(customer.page());
        harmless(technician.page());
    }

    private Visitor visitor() {
        var token = new Rest(suite.baseUrl(), "")
                .post("/api/visitors", Map.of("siteKey", suite.siteKey()))
                .body()
                .get("accessToken")
                .asText();
        var started = new Rest(suite.baseUrl(), token)
                .post(
                        "/api/support/chat/start",
                        Map.of(
                                "customerName", MARKUP,
                                "userId", MARKUP,
                                "subject", MARKUP,
                                "page",
                                        Map.of(
                                                "url",
                                                "https://shop.example/?q=<img/src=x/onerror=window.harmed=1>",
                                                "title",
                                                MARKUP)));
        assertThat(started.status()).isEqualTo(201);
        var visitor = new Visitor(suite, token, started.body().get("sessionId").asText());
        assertThat(visitor.say(MARKUP, UUID.randomUUID().toString()).status()).isEqualTo(201);
        return visitor;
    }

    private static void harmless(Page page) {
        assertThat(page.evaluate("window.harmed === undefined && !document.querySelector('img[src=x]')"))
                .isEqualTo(true);
    }
}
