package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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

    private Coturn coturn;
    private Browsers browsers;
    private CallByServers call;

    @BeforeEach
    void open() {
        coturn = Coturn.at("127.0.0.1", SECRET);
        coturn.start();
        browsers = Browsers.withMedia();
        call = new CallByServers(browsers, browsers);
    }

    @AfterEach
    @SuppressWarnings("try")
    void close() {
        try (var last = coturn;
                var second = browsers;
                var first = call) {}
    }

    @Test
    void expiredAndWrongCredentialsAreToldToWhoeverHasThem() {
        call.set(coturn.asSettings("relay", SECRET));
        replaceCredentials(call.customer.page(), coturn.expired());
        replaceCredentials(call.technician.page(), new Coturn.Credentials("9999999999:somebody", "made-up"));

        call.begin();

        assertThat(call.customer.page().getByTestId("rs-call-way")).containsText("relay for calls refuses");
        assertThat(call.technician.page().getByTestId("call-line-problem")).containsText("TURN server refuses");
    }

    @Test
    void superAdminIsToldWhetherTheServerTakesTheSecret() {
        call.set(coturn.asSettings("relay", "another-secret-than-coturns"));
        var suite = RunningSuite.shared();
        var admin = new Technician(browsers.technician(), suite.baseUrl());
        admin.logIn(suite.account("super_admin", 0));
        var unused = admin.page().navigate(suite.baseUrl() + "/settings/call-servers");

        admin.page().getByTestId("servers-test").click();
        assertThat(admin.page().getByTestId("server-answer")).hasAttribute("data-word", "refused");
        admin.page().getByTestId("servers-secret").fill(SECRET);
        admin.page().getByTestId("servers-test").click();

        assertThat(admin.page().getByTestId("server-answer")).hasAttribute("data-word", "answers");
    }

    private static void replaceCredentials(Page page, Coturn.Credentials instead) {
        page.addInitScript(OTHER_CREDENTIALS.formatted(instead.username(), instead.password()));
    }
}
