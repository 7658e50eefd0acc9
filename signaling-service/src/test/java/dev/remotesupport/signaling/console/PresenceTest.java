package dev.remotesupport.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.signaling.DeskStandIn;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class PresenceTest {

    private final UUID organisation = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    DeskStandIn desk;

    @BeforeEach
    void desk() {
        desk = sessions.desk();
    }

    @AfterEach
    void back() {
        sessions.away(false);
    }

    @Test
    void firstConsoleIsToldAtOnceAndTheClosedOneAfterAMoment() throws Exception {
        TestSocket console = console(ada);
        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> desk.saw(organisation, ada));

        console.close();

        Awaitility.await().atMost(Duration.ofSeconds(7)).until(() -> desk.missed(organisation, ada));
        assertThat(desk.reports(organisation).getLast().seen()).isEmpty();
    }

    @Test
    void closedLaptopIsGoneWithinFifteenSeconds() throws Exception {
        UUID ben = UUID.randomUUID();
        try (var other = console(ben)) {
            TestSocket console = console(ada);
            Awaitility.await().until(() -> desk.saw(organisation, ada));

            console.fallSilent();

            Awaitility.await().atMost(Duration.ofSeconds(14)).until(() -> desk.missed(organisation, ada));
            assertThat(desk.missed(organisation, ben)).isFalse();
            assertThat(other.settle().isOpen()).isTrue();
        }
    }

    @Test
    void pageThatIsLoadedAgainNeverGoes() throws Exception {
        console(ada).close();
        Thread.sleep(500);
        try (var again = console(ada)) {
            Thread.sleep(5_000);

            assertThat(again.settle().isOpen()).isTrue();
            assertThat(desk.saw(organisation, ada)).isTrue();
            assertThat(desk.missed(organisation, ada)).isFalse();
        }
    }

    @Test
    void whileSessionServiceIsAwayItIsTriedAgain() throws Exception {
        sessions.away(true);
        try (var console = console(ada)) {
            Thread.sleep(1_500);
            assertThat(desk.saw(organisation, ada)).isFalse();

            sessions.away(false);

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> desk.saw(organisation, ada));
            assertThat(console.settle().isOpen()).isTrue();
        }
    }

    @Test
    void whoIsTakenForGoneWhileHeardIsToldAtOnce() throws Exception {
        try (var console = console(ada)) {
            Awaitility.await().until(() -> desk.saw(organisation, ada));
            int before = desk.reports(organisation).size();

            Published.events(
                    new StaffAvailabilityChanged(organisation, ada, 2, Instant.now(), Availability.ONLINE, false));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> desk.reports(organisation).size() > before);
            assertThat(console.await("staff.changed").path("connected").asBoolean())
                    .isFalse();
        }
    }

    private TestSocket console(UUID staff) throws ExecutionException {
        return TestSocket.open(
                        port,
                        "/ws/console",
                        TestTokens.staff(organisation, "support")
                                .withId(staff.toString())
                                .sign())
                .hello();
    }
}
