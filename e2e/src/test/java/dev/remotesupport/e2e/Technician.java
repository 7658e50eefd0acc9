package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who helps, at the console. */
record Technician(Page page, String baseUrl) {

    void logIn(RunningSuite.Account account) {
        var unused = page.navigate(baseUrl + "/");
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
        replayed.scrollIntoViewIfNeeded();
        var box = replayed.boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    void end() {
        page.getByTestId("session-end").click();
        page.getByTestId("session-end-confirm").click();
    }
}
