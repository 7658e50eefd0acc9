package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that may go through a TURN server alone, which a super admin has set: a real coturn. */
class RelayIT {

    private static final String SECRET = "a-secret-of-this-test";

    /** In place of what the room has told, as after an hour without news, or with another secret than the server's. */
    private static final String OTHER_CREDENTIALS = """
            const Before = window.RTCPeerConnection;
            if (Before) window.RTCPeerConnection = class extends Before {
              constructor({ iceServers, ...rest } = {}) {
                super({ ...rest, iceServers: iceServers?.map(({ urls }) => ({ urls, username: "%s", credential: "%s" })) });
              }
            };
            """;

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest superAdmin = new Rest(suite.baseUrl(), "").loggedIn(suite.account("super_admin", 0));

    private Coturn coturn;
    private Browsers browsers;
    private Technician technician;
    private Customer customer;

    @BeforeEach
    void open() {
        coturn = Coturn.at("127.0.0.1", SECRET);
        coturn.start();
        browsers = Browsers.withMedia();
        technician = new Technician(browsers.technician(), suite.baseUrl());
        technician.page().context().grantPermissions(List.of("microphone"));
        customer = new Customer(browsers.customer(), suite.baseUrl());
        customer.page().context().grantPermissions(List.of("microphone"));
    }

    @AfterEach
    void close() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
        assertThat(superAdmin.delete("/api/ice-servers").status()).isEqualTo(204);
        browsers.close();
        coturn.close();
    }

    @Test
    void expiredAndWrongCredentialsAreToldToWhoeverHasThem() {
        setServers(SECRET);
        replaceCredentials(customer.page(), coturn.expired());
        replaceCredentials(technician.page(), new Coturn.Credentials("9999999999:somebody", "made-up"));

        call();

        assertThat(customer.page().getByTestId("rs-call-way")).containsText("relay for calls refuses");
        assertThat(technician.page().getByTestId("call-line-problem")).containsText("TURN server refuses");
    }

    @Test
    void superAdminIsToldWhetherTheServerTakesTheSecret() {
        setServers("another-secret-than-coturns");
        var admin = new Technician(browsers.technician(), suite.baseUrl());
        admin.logIn(suite.account("super_admin", 0));
        var unused = admin.page().navigate(suite.baseUrl() + "/settings/call-servers");

        admin.page().getByTestId("servers-test").click();
        assertThat(admin.page().getByTestId("server-answer")).hasAttribute("data-word", "refused");
        admin.page().getByTestId("servers-secret").fill(SECRET);
        admin.page().getByTestId("servers-test").click();

        assertThat(admin.page().getByTestId("server-answer")).hasAttribute("data-word", "answers");
    }

    private void setServers(String secret) {
        assertThat(superAdmin
                        .put("/api/ice-servers", coturn.asSettings("relay", secret))
                        .status())
                .isEqualTo(200);
    }

    private void call() {
        technician.logIn(suite.account("support", 0));
        customer.open("");
        customer.openWidget();
        customer.page().getByTestId("rs-call-start").click();
        technician.accept();
    }

    private static void replaceCredentials(Page page, Coturn.Credentials instead) {
        page.addInitScript(OTHER_CREDENTIALS.formatted(instead.username(), instead.password()));
    }
}
