package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A technician's hands on somebody else's page: what they do is looked at there. */
class ControlIT {

    /** Notes in which order something is highlighted and clicked. */
    private static final String NOTE_TOUCHES = """
            window.noted = [];
            const overlay = document.querySelector("remote-support-ui[data-part=overlay]").shadowRoot;
            new MutationObserver((records) => {
                for (const { addedNodes } of records)
                    for (const node of addedNodes) if (node.classList?.contains("touch")) noted.push("highlight");
            }).observe(overlay, { childList: true });
            addEventListener("click", () => noted.push("click"), true);
            """;

    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);
    private static final Page.GetByRoleOptions GUARDS = new Page.GetByRoleOptions().setName("Only the customer does");

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Websites websites;
    private Customer customer;
    private Technician technician;

    @BeforeEach
    void open() {
        var rest = new Rest(suite.baseUrl(), suite.apiKey());
        rest.endAllSessions();
        browsers = new Browsers();
        websites = Websites.open(suite.baseUrl(), rest.loggedIn(suite.account("admin", 0)));
        customer = new Customer(browsers.customer(), suite.baseUrl());
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        technician.page().setViewportSize(1600, 1000);
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        websites.close();
        browsers.close();
    }

    @Test
    void clicksAreHighlightedFirstAndPointersOpenMenus() {
        controlOf("hands.html");
        var unused = customer.page().evaluate("() => { " + NOTE_TOUCHES + " }");

        technician.click(seen("#click"));
        happened("clicked");
        assertThat(customer.page().evaluate("noted.join()")).isEqualTo("highlight,click");

        twice(seen("#double"));
        happened("clicked twice");

        technician.click(seen("#part").locator("button").first());
        happened("clicked in a shadow");
        technician.click(seen("#part").locator("#slotted"));
        happened("clicked by its text");

        comeOver(seen("#menu"));
        assertThat(there("#items")).isVisible();
        assertThat(customer.page().getByTestId("rs-hovered")).isVisible();
        comeOver(seen("h1"));
        assertThat(there("#items")).isHidden();
    }

    @Test
    void textIsWrittenWithCaretAndSelectionAndShortcutsAreHeard() {
        controlOf("hands.html");

        technician.click(seen("#name"));
        technician.type("Ada");
        assertThat(there("#name")).hasValue("Ada");
        press("Home");
        press("Shift+ArrowRight");
        await().until(() -> "0 1".equals(there("#name").evaluate("it => it.selectionStart + ' ' + it.selectionEnd")));
        technician.type("I");
        assertThat(there("#name")).hasValue("Ida");
        press("Control+k");
        happened("search");

        technician.click(seen("#rich"));
        press("End");
        technician.type("er");
        press("Control+b");
        technician.type(" text");
        assertThat(there("#rich")).containsText("Plain and bolder text");
        assertThat(there("#rich b").first()).hasText("bolder");
        assertThat(technician.page().getByTestId("remote-caret")).isVisible();

        technician.click(seen("#part").locator("input"));
        technician.type("inside");
        assertThat(there("#part").locator("input")).hasValue("inside");
        press("Tab");
        press("ArrowDown");
        assertThat(there("#part").locator("select")).hasValue("Down");
        technician.click(seen("#part").locator("select"));
        technician.page().getByTestId("list-box").getByText("Up").click();
        assertThat(there("#part").locator("select")).hasValue("Up");

        technician.click(seen("#size"));
        technician.page().getByTestId("list-box").getByText("Large").click();
        assertThat(there("#size")).hasValue("Large");
    }

    @Test
    void keysGoWhereThePagePutTheFocusUntilTheCustomerPressesSomething() {
        controlOf("hands.html");

        technician.click(seen("#cell"));
        assertThat(there("#cell input")).isFocused();
        technician.type("42");
        press("Enter");
        assertThat(there("#cell")).hasText("42");

        technician.click(seen("#cell"));
        assertThat(there("#cell input")).isFocused();
        there("#name").click();
        technician.type("k");
        happened("k at the cell");
        assertThat(there("#name")).hasValue("");
    }

    @Test
    void thingsAreDraggedAndScrolled() {
        controlOf("hands.html");

        drag(seen("#volume"), 0.1, seen("#volume"), 0.9);
        await().until(() -> ((Number) there("#volume").evaluate("it => Number(it.value)")).intValue() > 70);

        drag(seen("#list li").first(), 0.5, seen("#list li").last(), 0.5);
        happened("dropped First");
        assertThat(there("#list li").last()).hasText("First");

        drag(seen("#knob"), 0.5, seen("#track"), 0.8);
        happened("let go");
        assertThat(((Number) there("#knob").evaluate("it => it.offsetLeft")).intValue())
                .isGreaterThan(40);

        drag(seen("h1"), 0.01, seen("h1"), 0.5);
        await().until(() -> "Everything that hands can do"
                .contains((String) customer.page().evaluate("getSelection().toString() || 'nothing'")));

        comeOver(seen("#scroller"));
        technician.page().mouse().wheel(0, 200);
        await().until(() -> ((Number) there("#scroller").evaluate("it => it.scrollTop")).intValue() > 50);
    }

    @Test
    void whatATechnicianMayNotTouchIsSaid() {
        controlOf("hands.html");

        technician.click(seen("#photo"));
        said("Only the customer can choose a file.");
        technician.click(seen("#password"));
        said("This field is secret.");
        happened("nothing");

        // The page takes it away before it says so.
        var unused = customer.page().evaluate("""
                () => {
                    const send = WebSocket.prototype.send;
                    WebSocket.prototype.send = function (text) {
                        if (!text.includes('"cobrowse.events"')) send.call(this, text);
                    };
                    document.getElementById("goes").remove();
                }""");
        technician.click(seen("#goes"));
        said("The page changed, look again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"react.html", "vue.html"})
    void fieldsThatAFrameworkControlsTakeIt(String page) {
        controlOf(page);

        technician.click(seen("#name"));
        technician.type("Ada");
        assertThat(there("#name")).hasValue("ADA");
        technician.click(seen("#plant"));
        technician.page().getByTestId("list-box").getByText("Monstera").click();
        technician.click(seen("#gift"));
        assertThat(there("#gift")).isChecked();
        technician.click(seen("#order"));

        assertThat(there("#orders")).containsText("Monstera for ADA, wrapped");
        assertThat(seen("#orders")).containsText("Monstera for ADA, wrapped");
        assertThat(there("#name")).hasValue("");
    }

    @Test
    void framesOfBothKindsTakeItAsThePageDoes() {
        controlOf("frames.html?other=" + websites.other());

        for (var frame : List.of("#same", "#other")) {
            FrameLocator seen = technician.stage().frameLocator(frame);
            FrameLocator there = customer.page().frameLocator(frame);
            technician.click(seen.locator("#more"));
            assertThat(there.locator("#clicks")).hasText("1");
            technician.click(seen.locator("#field"));
            technician.type("hello");
            assertThat(there.locator("#field")).hasValue("hello");
            press("Home");
            press("Shift+ArrowRight");
            technician.type("J");
            assertThat(there.locator("#field")).hasValue("Jello");
            technician.click(seen.locator("#size"));
            technician.page().getByTestId("list-box").getByText("Large").click();
            assertThat(there.locator("#size")).hasValue("Large");
            technician.click(seen.locator("#more"));
            press("Enter");
            assertThat(there.locator("#clicks")).hasText("3");
            press("Tab");
            press("ArrowUp");
            assertThat(there.locator("#size")).hasValue("Small");
            press("Control+k");
            assertThat(seen.locator("#dialog")).isVisible();
            press("Escape");
            assertThat(there.locator("#dialog")).isHidden();
            technician.click(seen.locator("#secret"));
            said("This field is secret.");
            technician.click(seen.frameLocator("iframe").locator("#more"));
            assertThat(there.frameLocator("iframe").locator("#clicks")).hasText("1");
        }
    }

    @Test
    void guardedElementsAreProposedAndTheCustomerDecides() {
        controlOf("hands.html");

        technician.click(seen("#delete"));
        var proposal = customer.page().getByTestId("rs-proposal");
        assertThat(proposal).containsText("Delete my account");
        assertThat(technician.page().getByTestId("proposed")).isVisible();
        // Nothing else waits for it.
        technician.click(seen("#click"));
        happened("clicked");
        customer.page().getByTestId("rs-proposal-no").click();
        said("The customer did not do what you proposed.");
        assertThat(technician.page().getByTestId("proposed")).not().isVisible();
        happened("clicked");

        technician.click(seen("#note"));
        technician.type("Thanks");
        press("Enter");
        assertThat(proposal).containsText("Pay 12.50");
        customer.page().getByTestId("rs-proposal-yes").click();
        happened("paid");
        said("The customer did what you proposed.");
    }

    @Test
    void selectorFromTheConsoleMakesAClickAProposal() {
        var admin = Technician.signedIn(browsers, suite.baseUrl(), suite.account("admin", 0));
        var unused = admin.page().navigate(suite.baseUrl() + "/settings/sites");
        admin.page()
                .getByLabel(
                        "Actions for Website " + URI.create(websites.url("")).getPort())
                .click();
        admin.page().getByText("Edit", EXACTLY).click();
        admin.page().getByRole(AriaRole.COMBOBOX, GUARDS).fill("#click");
        admin.page().keyboard().press("Enter");
        admin.page().getByTestId("site-save").click();
        assertThat(admin.page().getByText("1 selector for the customer alone").first())
                .isVisible();

        controlOf("hands.html");
        technician.click(seen("#click"));

        assertThat(customer.page().getByTestId("rs-proposal")).containsText("Click");
        happened("nothing");
        customer.page().getByTestId("rs-proposal-yes").click();
        happened("clicked");
    }

    @Test
    void onlyOneControlsAndAllSeeWhatIsPointedAtAndDrawn() {
        controlOf("hands.html");
        technician.click(seen("#click"));
        happened("clicked");
        var lead = Technician.signedIn(browsers, suite.baseUrl(), suite.account("team_lead", 0));
        lead.page().setViewportSize(1600, 1000);
        var unused = lead.page().navigate(technician.page().url());
        lead.sees("Everything that hands can do");
        assertThat(lead.page().getByTestId("holder")).containsText("controls, you watch");

        lead.click(lead.stage().locator("#double"));
        assertThat(lead.page().getByText("You are only watching")).isVisible();
        lead.page().getByTestId("take-control").click();
        technician.page().getByTestId("yield-control").click();
        assertThat(lead.page().getByTestId("granted-control")).isVisible();
        assertThat(technician.page().getByTestId("holder")).isVisible();
        lead.click(lead.stage().locator("#delete"));
        assertThat(customer.page().getByTestId("rs-proposal")).isVisible();
        customer.page().getByTestId("rs-proposal-no").click();

        technician.page().getByTestId("draw").click();
        drag(seen("h1"), 0.2, seen("#name"), 0.5);
        assertThat(customer.page().getByTestId("rs-drawn").first()).isVisible();
        assertThat(customer.page().getByTestId("rs-drawn")).hasCount(0);
        happened("clicked");

        customer.page().mouse().move(400, 300);
        customer.page().mouse().move(420, 320);
        assertThat(technician.page().locator("[data-testid=remote-pointer][data-seat=customer]"))
                .isVisible();
        assertThat(technician.page().locator("[data-testid=remote-pointer][data-seat=technician]"))
                .isVisible();
        assertThat(customer.page().getByTestId("rs-pointer")).hasCount(2);
    }

    private void controlOf(String page) {
        new BothSides(customer, technician).control(websites.url(page));
        assertThat(seen("h1, #words").first()).isVisible();
    }

    private Locator seen(String selector) {
        return technician.stage().locator(selector);
    }

    /** Of the page itself: the widget has fields of its own. */
    private Locator there(String selector) {
        return customer.page().locator("body").locator(selector);
    }

    private void happened(String what) {
        assertThat(there("#last")).hasText(what);
    }

    private void said(String words) {
        assertThat(technician.page().getByText(words).first()).isVisible();
    }

    private void press(String key) {
        technician.page().keyboard().press(key);
    }

    private void comeOver(Locator replayed) {
        var box = technician.placeOf(replayed);
        technician.page().mouse().move(box.x + box.width / 2 - 3, box.y + box.height / 2);
        technician.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    }

    private void twice(Locator replayed) {
        var box = technician.placeOf(replayed);
        technician.page().mouse().dblclick(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** From one place to another in steps, as a hand does; the places are shares of the elements' width. */
    private void drag(Locator from, double start, Locator to, double end) {
        var a = technician.placeOf(from);
        var b = technician.placeOf(to);
        var mouse = technician.page().mouse();
        mouse.move(a.x + a.width * start, a.y + a.height / 2);
        mouse.down();
        mouse.move(b.x + b.width * end, b.y + b.height / 2, new Mouse.MoveOptions().setSteps(8));
        mouse.up();
    }
}
