package dev.remotesupport.e2e;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget on a site that is not kind to it. */
class WidgetIT {

    /** What aggressive sites do, and worse: a strict policy, styles that hide all, and something over everything. */
    private static final String HOSTILITY = """
            addEventListener("DOMContentLoaded", () => {
              const policy = document.createElement("meta");
              policy.httpEquiv = "Content-Security-Policy";
              policy.content = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self' " + location.origin.replace("http", "ws");
              document.head.append(policy);

              const styles = new CSSStyleSheet();
              styles.replaceSync(`
                * { all: unset !important; }
                div, button, svg, textarea, section { display: none !important; }
                :not(:defined) { display: none !important; }
                html > :not(head):not(body) { display: none !important; visibility: hidden !important; opacity: 0 !important;
                  transform: scale(0) !important; pointer-events: none !important; }
                #cover { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important;
                  display: block !important; background: white !important; }`);
              document.adoptedStyleSheets = [styles];

              const cover = document.createElement("p");
              cover.id = "cover";
              document.body.append(cover);
            });
            """;

    private final RunningSuite suite = RunningSuite.shared();

    private Browsers browsers;
    private Customer customer;

    @BeforeEach
    void open() {
        browsers = new Browsers();
        customer = new Customer(browsers.customer(), suite.baseUrl());
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        browsers.close();
    }

    @Test
    void worksOnAHostileSiteAndComesBackWhenThrownOut() {
        customer.page().addInitScript(HOSTILITY);
        customer.open("");
        customer.openWidget();

        var unused = customer.page()
                .evaluate("document.querySelectorAll('remote-support-ui').forEach((one) => one.remove())");

        customer.say("Still here");
    }
}
