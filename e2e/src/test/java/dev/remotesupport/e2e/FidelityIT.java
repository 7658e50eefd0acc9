package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of somebody else's website, as hard as they come, as they are seen on both sides. */
class FidelityIT {

    private static final List<String> GALLERY = List.of(
            "forms.html",
            "table.html?rows=300",
            "shadow.html",
            "layers.html",
            "strict.html",
            "rtl.html",
            "react.html",
            "vue.html");

    private static final Pattern PLANTED = Pattern.compile("planted-\\d\\d");

    /** Puts events of its own into what the recorder sends, as a page that means harm can. */
    private static final String FORGER = """
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (text) {
                if (window.forged && text.includes('"cobrowse.events"')) {
                    const frame = JSON.parse(text);
                    frame.events.push(...window.forged);
                    text = JSON.stringify(frame);
                }
                return send.call(this, text);
            };
            """;

    private static final String FORGERIES = """
            const nothing = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
            const change = (data) => ({ type: 3, timestamp: 1, data });
            const node = (id, tagName, attributes, childNodes = []) => ({ type: 2, id, tagName, attributes, childNodes });
            const add = (one) => change({ ...nothing, adds: [{ parentId: 1, nextId: null, node: one }] });
            window.forged = [
                add(node(90001, "script", { src: "https://elsewhere.example/x.js" })),
                add(node(90002, "img", { src: "x", onerror: "top.attacked = 1; parent.attacked = 1" })),
                add(node(90003, "iframe", { srcdoc: "<script>top.attacked = 1</script>" })),
                change({ source: 9, id: 5, type: 0, commands: [{ property: "fillText", args: ["x", 0, 0] }] }),
                change({ ...nothing, texts: [{ id: 77777777, value: "of no node" }] }),
                change({ ...nothing, removes: [{ id: 66666, parentId: 55555 }] }),
                change({ source: 0 }),
                { type: 99 }, null, "text", 5,
            ];
            document.querySelector("h1").textContent = "Attacked now";
            """;

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Websites websites;
    private Customer customer;
    private Technician technician;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        var rest = new Rest(suite.baseUrl(), suite.apiKey());
        rest.endAllSessions();
        browsers = new Browsers();
        websites = Websites.open(suite.baseUrl(), rest.loggedIn(suite.account("admin", 0)));
        customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.page().onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
        technician = Technician.signedIn(browsers, suite.baseUrl(), suite.account("support", 0));
        technician.page().setViewportSize(2400, 1500);
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        websites.close();
        browsers.close();
    }

    @Test
    void noneOfManySecretsLeavesThePage() {
        helpOn("secrets.html?token=planted-58#id_token=planted-59");
        technician.sees("none of it may leave");

        var unused = customer.page().evaluate("plantBefore(); plant()");
        technician.sees("Everything is planted now.");
        technician.page().getByLabel("Fetch the whole picture again").click();
        await().until(() -> sent.stream()
                        .filter(frame -> frame.contains("\"keyframe\":true"))
                        .count()
                >= 2);

        var wire = String.join("\n", sent);
        assertThat(wire).contains("Everything is planted now.", "open in a frame", "open in a shadow");
        assertThat(PLANTED.matcher(wire).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void framesOfAllKindsAreShownAndForeignOnesStayOutside() {
        var address = "frames.html?other=" + websites.other() + "&foreign=" + websites.sibling("elsewhere", "");
        helpOn(address);

        var stage = technician.stage();
        assertThat(stage.frameLocator("#same").locator("#words")).containsText("Inside a frame of localhost");
        assertThat(stage.frameLocator("#same").frameLocator("iframe").locator("#words"))
                .containsText("0 more in it");
        assertThat(stage.frameLocator("#other").locator("#words")).containsText("Inside a frame of 127.0.0.1");
        assertThat(stage.frameLocator("#other").frameLocator("iframe").locator("#words"))
                .containsText("0 more in it");
        assertThat(stage.frameLocator("#foreign").locator("body")).containsText("Not shown");
        var unused = customer.page().evaluate("addLateFrame()");
        assertThat(stage.frameLocator("#late iframe").locator("body")).containsText("A late frame");

        customer.page().frameLocator("#other").locator("#field").fill("typed inside");
        assertThat(stage.frameLocator("#other").locator("#field")).hasValue("typed inside");
        unused = customer.page().locator("#other").evaluate("frame => frame.src += '&again'");
        assertThat(stage.frameLocator("#other").locator("#field")).hasValue("");
        var wire = String.join("\n", sent);
        assertThat(wire).doesNotContain("frame-secret", "foreign-secret", "forged");
        assertThat(customer.page().frameLocator("#foreign").locator("body"))
                .not()
                .containsText("was let in");
    }

    @Test
    void bothSidesLookTheSame() throws IOException {
        var sides = new BothSides(customer, technician);
        sides.view(websites.url(GALLERY.getFirst()));
        for (var page : GALLERY) {
            var unused = customer.page().navigate(websites.url(page));
            sides.lookTheSame(page);
        }
    }

    @Test
    void changesThatLeaveNoTraceInTheElementsAreSeen() throws IOException {
        helpOn("shadow.html");
        technician.sees("Styled by an adopted sheet");

        var unused = customer.page().evaluate("restyle()");

        new BothSides(customer, technician).lookTheSame("restyled");
        assertThat(technician.stage().locator("#shadowless")).hasCSS("border-top-width", "3px");
    }

    @Test
    void dialogsPopoversAndListsAreSeenOpen() {
        helpOn("layers.html");
        technician.sees("Layers");

        customer.page().locator("#open-dialog").click();
        assertThat(technician.stage().locator("#dialog")).isVisible();
        customer.page().locator("#dialog button").click();
        assertThat(technician.stage().locator("#dialog")).not().isVisible();
        assertThat(technician.stage().locator("#open-dialog").evaluate("""
                        button => {
                            const { x, y } = button.getBoundingClientRect();
                            return document.elementFromPoint(x + 5, y + 5)?.id;
                        }""")).isEqualTo("open-dialog");

        customer.page().locator("[popovertarget]").click();
        assertThat(technician.stage().locator("#popover")).isVisible();
        customer.page().keyboard().press("Escape");
        assertThat(technician.stage().locator("#popover")).not().isVisible();
    }

    @Test
    void partThatDiffersIsMadeTheSameAgain() {
        helpOn("forms.html");
        technician.sees("Forms");
        assertThat(technician.page().getByTestId("fidelity")).containsText("100 % same");

        var unused =
                technician.stage().locator("h1").evaluate("heading => { heading.firstChild.data = 'Something else' }");
        technician.sees("Something else");

        unused = customer.page().evaluate("document.body.append('A change')");
        assertThat(technician.stage().locator("h1")).hasText("Forms");
        assertThat(technician.page().getByTestId("fidelity")).containsText("100 % same");
        assertThat(sent.stream().filter(frame -> frame.contains("\"keyframe\":true")))
                .hasSize(1);
    }

    @Test
    void hostilePageRunsNothingAndLeavesTheConsoleUsable() {
        customer.page().addInitScript(FORGER);
        helpOn("hostile.html");
        technician.sees("Nothing of this may run");

        var unused = customer.page().evaluate("() => { " + FORGERIES + " }");

        technician.sees("Attacked now");
        assertThat(technician.page().getByTestId("refused")).isVisible();
        unused = customer.page()
                .evaluate("window.forged = undefined; document.querySelector('h1').textContent = 'Later'");
        technician.sees("Later");
        technician.say("Still here");
        assertThat(technician.page().evaluate("window.attacked")).isNull();
        assertThat(technician
                        .page()
                        .locator("[data-testid=stage] iframe")
                        .first()
                        .getAttribute("sandbox"))
                .isEqualTo("allow-same-origin");
    }

    @Test
    void pageLargerThanTheWireIsShownAsAnOutline() {
        helpOn("forms.html");
        technician.sees("Forms");

        var unused = customer.page().evaluate("document.body.append('x'.repeat(20_000_000))");

        assertThat(technician.page().getByTestId("mode")).containsText("Outline");
        assertThat(technician.stage().locator("body")).containsText("Forms");
        technician.say("Still here");
    }

    @Test
    void pageThatGrowsWithoutEndLeavesBothSidesUsable() {
        helpOn("hostile.html");
        technician.sees("Nothing of this may run");

        var unused = customer.page().evaluate("flood(80000)");

        technician.say("Still here");
        assertThat(customer.page().locator("#marker")).isVisible();
    }

    @Test
    void busyPageIsShownMoreCoarselyAndThenAgainAsItIs() {
        helpOn("busy.html?nodes=2000&changes=6000");
        technician.sees("never rests");

        assertThat(technician.page().getByTestId("mode")).isVisible();
        var unused = customer.page().navigate(websites.url("forms.html"));
        technician.sees("Forms");
        assertThat(technician.page().getByTestId("mode")).not().isVisible();
    }

    @Test
    void tableOfTenThousandRowsIsSeen() {
        helpOn("table.html");

        technician.sees("10000 orders");
        technician.say("Still here");
    }

    private void helpOn(String page) {
        new BothSides(customer, technician).view(websites.url(page));
    }
}
