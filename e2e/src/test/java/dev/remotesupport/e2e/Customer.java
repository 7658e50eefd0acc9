package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody who shops at the demo and needs help. */
record Customer(Page page, String baseUrl) {

    void open(String path) {
        var unused = page.navigate(baseUrl + "/demo/" + path);
    }

    /** Comes in with a code that somebody said. */
    void connect(String code) {
        var unused = page.navigate(baseUrl + "/connect");
        page.getByTestId("connect-code").fill(code);
        page.getByTestId("connect-submit").click();
        assertThat(page.getByTestId("rs-panel")).isVisible();
    }

    void openWidget() {
        page.getByTestId("rs-launcher").click();
        assertThat(page.getByTestId("rs-panel")).isVisible();
    }

    void say(String text) {
        page.getByTestId("rs-input").fill(text);
        page.getByTestId("rs-send").click();
        assertThat(message(text)).isVisible();
    }

    Locator message(String text) {
        return page.getByTestId("rs-message").filter(new Locator.FilterOptions().setHasText(text));
    }

    void allow(String capability) {
        assertThat(page.getByTestId("rs-consent")).containsText(Pattern.compile(capability, Pattern.CASE_INSENSITIVE));
        page.getByTestId("rs-allow").click();
        assertThat(page.getByTestId("rs-consent")).not().isVisible();
    }

    void refuse() {
        page.getByTestId("rs-deny").click();
    }

    void stopSharing() {
        page.getByTestId("rs-stop").click();
        assertThat(page.getByTestId("rs-bar")).not().isVisible();
    }

    /** The page with all conversations, which opens in a tab of its own. */
    Page ownPage() {
        page.getByTestId("rs-more").click();
        var opened = page.waitForPopup(() -> page.getByTestId("rs-own-page").click());
        assertThat(opened.getByTestId("my-list")).isVisible();
        return opened;
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING).first();
    }
}
