package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole sites as others publish them, of which we wrote nothing: the script tag is all that is added. */
class ForeignSitesIT {

    private static final String ID = "0198e000-1111-7000-8000-0a1b2c3d4e5f";

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Websites website;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers = new Browsers();
        customer = new Customer(browsers.customer(), suite.baseUrl());
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        technician.page().setViewportSize(2400, 1500);
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        website.close();
        browsers.close();
    }

    @Test
    void dashboardOfManyPagesWithChartsAndTables() throws IOException {
        controlOf("startbootstrap-sb-admin-2", "index.html");
        var sides = new BothSides(customer, technician);
        technician.sees("Earnings Overview");
        sides.lookTheSame("dashboard");

        technician.click(seen("#userDropdown"));
        assertThat(there(".dropdown-menu-right.animated--grow-in.show")).isVisible();
        assertThat(seen(".dropdown-menu-right.animated--grow-in.show")).isVisible();

        technician.click(seen("a[href$='tables.html']"));
        assertThat(customer.page()).hasURL(website.url("tables.html"));
        technician.sees("DataTables Example");
        technician.click(seen("#dataTable_filter input"));
        technician.type("Tokyo");

        assertThat(there("#dataTable_info")).containsText("filtered from 57");
        assertThat(seen("#dataTable_info")).containsText("filtered from 57");
        sides.lookTheSame("dashboard-tables");
    }

    @Test
    void presentationThatIsMovedByKeys() throws IOException {
        controlOf("reveal.js", "demo.html");
        var sides = new BothSides(customer, technician);
        technician.sees("The HTML Presentation Framework");
        sides.lookTheSame("presentation");

        technician.click(seen(".navigate-right"));
        assertThat(there("section.present h2").first()).hasText("Hello There");
        technician.page().keyboard().press("ArrowRight");
        assertThat(customer.page()).hasURL(website.url("demo.html#/2"));
        assertThat(seen("section.present section.present h2")).hasText("Vertical Slides");
        sides.lookTheSame("presentation-moved");
    }

    @Test
    void singlePageApplicationThatFetchesWhatItShows() throws IOException {
        controlOf("swagger-ui-dist", "index.html");
        var sides = new BothSides(customer, technician);
        technician.sees("List canned answers");
        sides.lookTheSame("application");

        var operation = "#operations-Canned_answers-put_api_support_canned_answers__id_ ";
        technician.click(seen(operation + ".opblock-summary-control"));
        technician.click(seen(operation + ".try-out__btn"));
        technician.click(seen(operation + "tr[data-param-name=id] input"));
        technician.type(ID);
        assertThat(there(operation + "tr[data-param-name=id] input")).hasValue(ID);
        sides.lookTheSame("application-typed");
        technician.click(seen(operation + ".execute"));

        assertThat(there(operation + ".request-url")).containsText("/api/support/canned-answers/" + ID);
        assertThat(seen(operation + ".request-url")).containsText("/api/support/canned-answers/" + ID);
        sides.lookTheSame("application-tried");
    }

    /** Begins a session at a page of the package, with a technician in control. */
    private void controlOf(String name, String page) {
        var admin = new Rest(suite.baseUrl(), suite.apiKey()).loggedIn(suite.account("admin", 0));
        website = Websites.ofPackage(name, suite.baseUrl(), admin);
        customer.page().route(ForeignSitesIT::isElsewhere, this::answer);
        new BothSides(customer, technician).control(website.url(page));
    }

    /** Not every machine that runs this reaches the internet: all look as if none did, but for one description. */
    private void answer(Route route) {
        if (route.request().url().endsWith("/swagger.json")) {
            var description = new Rest(suite.baseUrl(), "").get("/api/openapi").body();
            // All of them would be more than the application shows before somebody scrolls.
            ((ObjectNode) description.get("paths"))
                    .properties()
                    .removeIf(path -> !path.getKey().startsWith("/api/support/"));
            route.fulfill(new Route.FulfillOptions()
                    .setBody(description.toString())
                    .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/json")));
        } else {
            route.abort();
        }
    }

    private static boolean isElsewhere(String url) {
        var host = URI.create(url).getHost();
        return host != null && !host.equals("localhost");
    }

    private Locator seen(String selector) {
        return technician.stage().locator(selector);
    }

    private Locator there(String selector) {
        return customer.page().locator(selector);
    }
}
