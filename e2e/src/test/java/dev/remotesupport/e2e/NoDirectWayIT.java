package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call between two networks that have no way to each other, but both to a TURN server: a real coturn. */
class NoDirectWayIT {

    private static final String SECRET = "a-secret-of-this-test";

    /** By which kinds of ways each side of the connection that carries the call goes. */
    private static final String WAYS = """
            async () => {
              const connection = window.connections.find(({ connectionState }) => connectionState === "connected");
              const stats = new Map([...await connection.getStats()]);
              const used = [...stats.values()].find((one) => one.type === "candidate-pair" && one.nominated);
              return [stats.get(used.localCandidateId), stats.get(used.remoteCandidateId)]
                .map(({ candidateType }) => candidateType).join(" to ");
            }
            """;

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest superAdmin = new Rest(suite.baseUrl(), "").loggedIn(suite.account("super_admin", 0));

    private SeparateNetworks networks;
    private PortForward toTheSuite;
    private Coturn coturn;
    private Browsers office;
    private Browsers home;
    private Technician technician;
    private Customer customer;
    private Ears technicianHears;
    private Ears customerHears;

    @BeforeEach
    void open() {
        networks = SeparateNetworks.open();
        toTheSuite = PortForward.open(
                SeparateNetworks.RELAY, URI.create(suite.baseUrl()).getPort());
        coturn = Coturn.at(SeparateNetworks.RELAY, SECRET);
        office = Browsers.within(networks.technicians(), toTheSuite.address());
        home = Browsers.within(networks.customers(), toTheSuite.address());
        technician = new Technician(office.technician(), suite.baseUrl());
        technicianHears = Ears.of(technician.page());
        customer = new Customer(home.customer(), suite.baseUrl());
        customerHears = Ears.of(customer.page());
    }

    /** From the last that was opened to the first, whichever of them were, and whatever goes wrong with another. */
    @AfterEach
    @SuppressWarnings("try")
    void close() {
        try (var last = networks;
                var fourth = toTheSuite;
                var third = coturn;
                var second = office;
                var first = home) {
            new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
            assertThat(superAdmin.delete("/api/ice-servers").status()).isEqualTo(204);
        }
    }

    @Test
    void bothAreToldThatThereIsNoWayAndHearEachOtherOnceTheRelayIsThereAlsoASecondTime() {
        var set = superAdmin.put("/api/ice-servers", coturn.asSettings("all", SECRET));
        assertThat(set.status()).isEqualTo(200);

        call();

        assertThat(customer.page().getByTestId("rs-call-way")).containsText("No way for the call was found");
        assertThat(technician.page().getByTestId("call-line-problem")).containsText("No way to the customer was found");

        coturn.start();

        technicianHears.sound();
        customerHears.sound();
        assertThat(technician.page().evaluate(WAYS)).isEqualTo("relay to relay");
        assertThat(customer.page().evaluate(WAYS)).isEqualTo("relay to relay");

        coturn.kill();
        assertThat(customer.page().getByTestId("rs-call-status")).containsText("Reconnecting");
        assertThat(technician.page().getByTestId("call-line")).containsText("Reconnecting");
        coturn.start();

        technicianHears.sound();
        customerHears.sound();
        assertThat(customer.page().getByTestId("rs-call-status")).containsText("You are talking to");
    }

    private void call() {
        technician.logIn(suite.account("support", 0));
        customer.open("");
        customer.openWidget();
        customer.page().getByTestId("rs-call-start").click();
        technician.accept();
    }
}
