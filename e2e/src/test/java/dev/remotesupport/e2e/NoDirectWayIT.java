package dev.remotesupport.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

    private SeparateNetworks networks;
    private PortForward toTheSuite;
    private Coturn coturn;
    private Browsers office;
    private Browsers home;
    private CallByServers call;

    @BeforeEach
    void open() {
        networks = SeparateNetworks.open();
        toTheSuite = PortForward.open(
                SeparateNetworks.RELAY,
                URI.create(RunningSuite.shared().baseUrl()).getPort());
        coturn = Coturn.at(SeparateNetworks.RELAY, SECRET);
        office = Browsers.within(networks.technicians(), toTheSuite.address());
        home = Browsers.within(networks.customers(), toTheSuite.address());
        call = new CallByServers(office, home);
    }

    /** From the last that was opened to the first, whichever of them were, and whatever goes wrong with another. */
    @AfterEach
    @SuppressWarnings("try")
    void close() {
        try (var last = networks;
                var fifth = toTheSuite;
                var fourth = coturn;
                var third = office;
                var second = home;
                var first = call) {}
    }

    @Test
    void bothAreToldThatThereIsNoWayAndHearEachOtherOnceTheRelayIsThereAlsoASecondTime() {
        call.set(coturn.asSettings("all", SECRET));
        Page customer = call.customer.page();
        Page technician = call.technician.page();

        call.begin();

        assertThat(customer.getByTestId("rs-call-way")).containsText("No way for the call was found");
        assertThat(technician.getByTestId("call-line-problem")).containsText("No way to the customer was found");

        coturn.start();

        call.bothHear();
        assertThat(technician.evaluate(WAYS)).isEqualTo("relay to relay");
        assertThat(customer.evaluate(WAYS)).isEqualTo("relay to relay");

        coturn.kill();
        assertThat(customer.getByTestId("rs-call-status")).containsText("Reconnecting");
        assertThat(technician.getByTestId("call-line")).containsText("Reconnecting");
        coturn.start();

        call.bothHear();
        assertThat(customer.getByTestId("rs-call-status")).containsText("You are talking to");
    }
}
