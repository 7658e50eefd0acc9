package dev.remotesupport.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestEvents;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class ConsoleSocketTest {

    private final UUID organisation = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;

    @Test
    void staffHearOfSessionsAndMessagesOfTheirOrganisationOnly() throws Exception {
        try (var own = console(organisation);
                var other = console(UUID.randomUUID())) {
            TestEvents.publish(new SessionQueued(organisation, session, 2, Instant.now()));
            TestEvents.publish(new MessagePosted(
                    organisation, session, 5, Instant.now(), UUID.randomUUID(), 5, CallerKind.VISITOR, Seat.CUSTOMER));

            var changed = own.await("session.changed");
            var posted = own.await("chat.posted");

            assertThat(changed.path("state").asText()).isEqualTo("queued");
            assertThat(changed.path("version").asLong()).isEqualTo(2);
            assertThat(posted.path("sequence").asLong()).isEqualTo(5);
            assertThat(other.settle().all("session.changed")).isEmpty();
            assertThat(other.all("chat.posted")).isEmpty();
        }
    }

    @Test
    void onlyStaffOpenAConsole() {
        String visitor = TestTokens.visitor(organisation, UUID.randomUUID()).sign();

        Assertions.assertThatThrownBy(() -> TestSocket.open(port, "/ws/console", visitor))
                .cause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        refusal -> assertThat(refusal.getStatus()).isEqualTo(403));
    }

    @Test
    void badFramesCloseTheConsole() throws Exception {
        var malformed = console(organisation).send("{");
        var unknown = console(organisation).send("{'type':'session.end'}");
        var large = console(organisation).send("{'type':'ping','x':'" + "x".repeat(70_000) + "'}");
        var flooding = console(organisation);
        for (int i = 0; i < 500; i++) {
            flooding.send("{'type':'ping'}");
        }

        assertThat(malformed.closeCode()).isEqualTo(4400);
        assertThat(unknown.closeCode()).isEqualTo(4422);
        assertThat(large.closeCode()).isEqualTo(1009);
        assertThat(flooding.closeCode()).isEqualTo(4429);
    }

    @Test
    void consoleRenewsItsToken() throws Exception {
        var staff = TestTokens.staff(organisation, "support");
        try (var console = TestSocket.open(port, "/ws/console", staff.sign())) {
            console.hello();

            console.send("{'type':'token.renew','token':'%s'}".formatted(staff.sign()));

            console.await("token.renewed");
        }
    }

    private TestSocket console(UUID of) throws ExecutionException {
        return TestSocket.open(
                        port, "/ws/console", TestTokens.staff(of, "support").sign())
                .hello();
    }
}
