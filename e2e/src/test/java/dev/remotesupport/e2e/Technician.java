package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.core.ConditionFactory;

/** Somebody who helps, at the console. */
record Technician(Page page, String baseUrl) {

    /** Somebody who is signed in. */
    static Technician signedIn(Browsers browsers, String baseUrl, RunningSuite.Account account) {
        var technician = new Technician(browsers.technician(baseUrl, account), baseUrl);
        technician.logIn(account);
        return technician;
    }

    /** Signs in where nobody is signed in yet. */
    void logIn(RunningSuite.Account account) {
        var unused = page.navigate(baseUrl + "/");
        var form = page.getByTestId("login-email");
        var menu = page.getByTestId("user-menu");
        form.or(menu).first().waitFor();
        if (menu.isVisible()) {
            return;
        }
        page.getByTestId("login-email").fill(account.email());
        page.getByTestId("login-password").fill(account.password());
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("user-menu")).isVisible();
    }

    /** Answers the one session that waits. */
    void answer() {
        page.getByTestId("session-accept").first().click();
        assertThat(page.getByTestId("chat-input")).isVisible();
    }

    /** Takes what is offered. */
    void accept() {
        page.getByTestId("offer-accept").first().click();
        assertThat(page.getByTestId("chat-input")).isVisible();
    }

    /** Makes a code for somebody on the phone. */
    String invite() {
        var unused = page.navigate(baseUrl + "/visitors");
        page.getByTestId("invite").click();
        page.getByTestId("invite-make").click();
        return page.getByTestId("invite-code").innerText();
    }

    void transferToTeam(String team, String note) {
        page.getByTestId("session-transfer").click();
        page.getByText("A team", new Page.GetByTextOptions().setExact(true)).click();
        page.getByTestId("transfer-team")
                .filter(new Locator.FilterOptions().setHasText(team))
                .click();
        page.getByTestId("transfer-note").fill(note);
        page.getByTestId("transfer-confirm").click();
    }

    void putIntoNewCase(String title) {
        page.getByTestId("details-tab").click();
        page.getByTestId("case-link").click();
        page.getByTestId("case-title").fill(title);
        page.getByTestId("case-save").click();
        assertThat(caseLink(title)).isVisible();
    }

    /** Closes the case of the session that is open, and comes back to the session. */
    void closeCase(String title) {
        page.getByTestId("details-tab").click();
        caseLink(title).click();
        page.getByTestId("case-status").click();
        assertThat(page.getByTestId("case-status")).containsText("Open it again");
        var unused = page.goBack();
    }

    private Locator caseLink(String title) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title));
    }

    String sessionId() {
        var url = page.url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    void say(String text) {
        page.getByTestId("chat-input").fill(text);
        page.getByTestId("chat-send").click();
        assertThat(message(text)).isVisible();
    }

    Locator message(String text) {
        return page.getByTestId("chat-message").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Asks once the customer's tab is in the room: before, nobody would be there to answer. */
    void ask(String capability) {
        assertThat(page.getByTestId("tab-picker")).not().containsText("No tab");
        page.getByTestId("ask-" + capability).click();
    }

    void isGranted(String capability) {
        assertThat(page.getByTestId("granted-" + capability)).isVisible();
    }

    /** The customer's page as rebuilt here. */
    FrameLocator stage() {
        return page.frameLocator("[data-testid=stage] iframe");
    }

    void sees(String text) {
        assertThat(stage().locator("body")).containsText(text);
    }

    /** Clicks where the element is seen; the overlay turns it into a click on the customer's page. */
    void click(Locator replayed) {
        soon().ignoreExceptionsInstanceOf(PlaywrightException.class).untilAsserted(replayed::scrollIntoViewIfNeeded);
        var box = placeOf(replayed);
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** Where it is seen, also if the picture is just being built anew. */
    BoundingBox placeOf(Locator replayed) {
        return soon().until(replayed::boundingBox, Objects::nonNull);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(45)).pollInSameThread();
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void end() {
        page.getByTestId("session-end").click();
        page.getByTestId("session-end-confirm").click();
    }
}
