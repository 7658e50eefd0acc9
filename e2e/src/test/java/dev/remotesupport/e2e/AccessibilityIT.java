package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that people see has a serious fault by WCAG 2, levels A and AA, in light and in dark colours. */
class AccessibilityIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String ALL_CHANGES_DONE = """
            new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
                const ending = (one) => Number.isFinite(one.effect.getComputedTiming().endTime);
                document.getAnimations().filter(ending).forEach((one) => one.finish());
            })
            """;
    private static final List<String> BY_COLOUR = List.of("color-contrast", "link-in-text-block");

    private final RunningSuite suite = RunningSuite.shared();
    private final Browsers browsers = new Browsers();
    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void pagesOfAnAdmin() {
        var admin = browsers.technician();

        visit(admin, "/login");
        new Technician(admin, suite.baseUrl()).logIn(suite.account("admin", 0));
        List.of("/queue", "/visitors", "/chats", "/sessions", "/team", "/statistics", "/devices", "/account")
                .forEach(path -> visit(admin, path));
        visitWithDialog(admin, "/cases", "case-add");
        visitWithDialog(admin, "/visitors", "invite");
        visit(admin, "/connect");
        visit(admin, "/check");

        assertThat(faults).isEmpty();
    }

    @Test
    void settingsOfAnAdmin() {
        var admin = Technician.signedIn(browsers, suite.baseUrl(), suite.account("admin", 0))
                .page();

        List.of("desk", "hours", "schedules", "masking", "mail").forEach(page -> visit(admin, "/settings/" + page));
        visitWithDialog(admin, "/settings/teams", "team-add");
        visitWithDialog(admin, "/settings/canned-answers", "canned-add");
        visitWithDialog(admin, "/settings/staff", "staff-add");
        visitWithDialog(admin, "/settings/sites", "site-add");
        visitWithDialog(admin, "/settings/keys", "key-add");

        assertThat(faults).isEmpty();
    }

    @Test
    void pagesOfTheOperatorAndTheSuperAdmin() {
        var operator = browsers.technician();

        new Technician(operator, suite.baseUrl()).logIn(suite.account("operator", 0));
        visitWithDialog(operator, "/organisations", "organisation-add");
        var superAdmin = browsers.technician();
        new Technician(superAdmin, suite.baseUrl()).logIn(suite.account("super_admin", 0));
        visit(superAdmin, "/settings/call-servers");
        superAdmin.getByTestId("servers-own").click();
        check("form of the call servers", superAdmin);

        assertThat(faults).isEmpty();
    }

    @Test
    void sessionFromBothSides() {
        var customer = new Customer(browsers.customer(), suite.baseUrl());
        var technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));

        customer.open("contact.html");
        customer.openWidget();
        customer.say("Please help");
        check("widget", customer.page());
        assertThat(technician.page().getByTestId("session-row")).isVisible();
        check("waiting session", technician.page());

        technician.answer();
        technician.say("Let me have a look");
        technician.ask("view");
        assertThat(customer.page().getByTestId("rs-consent")).isVisible();
        check("consent", customer.page());
        customer.allow("see");
        technician.sees(customer.heading().innerText());
        check("session", technician.page());
        check("shared page", customer.page());

        technician.page().getByTestId("customer-tab").click();
        check("customer of the session", technician.page());
        technician.page().getByTestId("details-tab").click();
        check("details of the session", technician.page());
        technician.page().getByTestId("session-transfer").click();
        checkDialog("transfer of the session", technician.page());
        technician.page().keyboard().press("Escape");

        technician.page().getByTestId("session-end").click();
        checkDialog("end of the session", technician.page());

        assertThat(faults).isEmpty();
    }

    @Test
    void cameraFromBothSides() {
        try (var media = Browsers.withMedia()) {
            var customer = new Customer(media.customer(), suite.baseUrl());
            var technician = new Technician(media.technician(), suite.baseUrl());
            technician.logIn(suite.account("support", 0));
            customer.connect(technician.invite());

            technician.ask("camera");
            assertThat(customer.page().getByTestId("rs-consent")).isVisible();
            check("asked for the camera", customer.page());
            customer.allow("camera");
            assertThat(technician.page().getByTestId("live-failed")).isVisible();
            check("no camera", customer.page());
            check("no camera at the console", technician.page());
            customer.page().context().grantPermissions(List.of("camera"));
            customer.page().getByTestId("rs-start-camera").click();
            assertThat(technician.page().getByTestId("live-video")).isVisible();
            check("camera", customer.page());
            check("camera at the console", technician.page());

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void callFromBothSides() {
        try (var media = Browsers.withMedia()) {
            var customer = new Customer(media.customer(), suite.baseUrl());
            var technician = new Technician(media.technician(), suite.baseUrl());
            var hears = Ears.of(customer.page());
            var technicianHears = Ears.of(technician.page());
            technician.logIn(suite.account("support", 0));
            customer.open("");
            customer.openWidget();

            customer.page().getByTestId("rs-call-start").click();
            assertThat(customer.page().getByTestId("rs-call-waiting")).isVisible();
            assertThat(technician.page().getByTestId("offer-accept").first()).isVisible();
            check("waiting for a call", customer.page());
            check("offered a call", technician.page());
            technician.accept();
            hears.sound();
            technicianHears.sound();
            check("call", customer.page());
            check("call at the console", technician.page());
            technician.page().getByTestId("call-hang-up").click();
            assertThat(customer.page().getByTestId("rs-call-note")).isVisible();
            check("call over", customer.page());
            visit(technician.page(), "/queue");
            technician.page().getByText("Missed calls").click();
            check("missed calls", technician.page());

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void ownPageOfACustomer() {
        var customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.open("contact.html");
        customer.openWidget();

        var page = customer.ownPage();
        assertThat(page.getByTestId("my-empty")).isVisible();
        check("own page with nothing on it", page);
        page.getByTestId("my-new").click();
        page.getByTestId("rs-input").fill("Please help");
        page.getByTestId("rs-send").click();
        assertThat(page.locator("[data-testid=rs-message][data-status=sent]")).isVisible();
        assertThat(page.getByTestId("my-session")).isVisible();
        check("open conversation", page);
        page.getByTestId("my-leave").click();
        assertThat(page.getByTestId("my-outside")).isVisible();
        check("closed own page", page);

        assertThat(faults).isEmpty();
    }

    private void visit(Page page, String path) {
        var unused = page.navigate(suite.baseUrl() + path);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        check(path, page);
    }

    private void visitWithDialog(Page page, String path, String button) {
        visit(page, path);
        page.getByTestId(button).click();
        checkDialog(path + " " + button, page);
    }

    private void checkDialog(String place, Page page) {
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        check(place, page);
    }

    /** All rules in light colours, and in dark ones those that colours decide. */
    private void check(String place, Page page) {
        in(ColorScheme.DARK, page);
        note(place + ", dark", axe(page).withRules(BY_COLOUR));
        in(ColorScheme.LIGHT, page);
        note(place, axe(page).withTags(List.of("wcag2a", "wcag2aa")));
    }

    private static void in(ColorScheme colours, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        var unused = page.evaluate(ALL_CHANGES_DONE);
    }

    private static AxeBuilder axe(Page page) {
        // The customer's page as rebuilt here is the site's own affair. No frame is of another origin: no page of its
        // own is needed to
        // put results together, which costs more than all the rules.
        return new AxeBuilder(page).setLegacyMode(true).exclude("[data-testid=stage] iframe");
    }

    private void note(String place, AxeBuilder axe) {
        for (var rule : axe.analyze().getViolations()) {
            if (SERIOUS.contains(rule.getImpact())) {
                rule.getNodes().forEach(node -> faults.add(place + ": " + rule.getId() + " " + description(node)));
            }
        }
    }

    private static String description(CheckedNode node) {
        return "%s %s%n%s".formatted(node.getTarget(), node.getHtml(), node.getFailureSummary());
    }
}
