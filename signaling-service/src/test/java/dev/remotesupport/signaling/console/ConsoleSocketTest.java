package dev.remotesupport.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
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
            Published.events(new SessionQueued(organisation, session, 2, Instant.now()));
            Published.events(new MessagePosted(
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
    void offerReachesTheMemberConcernedAloneAndEverybodyHearsWhoHasIt() throws Exception {
        UUID ada = UUID.randomUUID();
        Instant expiresAt = Instant.now().plusSeconds(20);
        try (var own = console(organisation, ada);
                var colleague = console(organisation)) {
            Published.events(new SessionOffered(organisation, session, 3, Instant.now(), ada, expiresAt));

            var offered = own.await("session.offered");
            var changed = colleague.await("session.changed");

            assertThat(offered.path("sessionId").asText()).isEqualTo(session.toString());
            assertThat(Instant.parse(offered.path("expiresAt").asText())).isEqualTo(expiresAt);
            assertThat(changed.path("state").asText()).isEqualTo("offered");
            assertThat(changed.path("staffId").asText()).isEqualTo(ada.toString());
            assertThat(colleague.settle().all("session.offered")).isEmpty();
        }
    }

    @Test
    void idleSessionIsToldToWhoHasItAndToAllWhereThatIsNotKnown() throws Exception {
        UUID ada = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        Instant endsAt = Instant.now().plusSeconds(60);
        try (var own = console(organisation, ada);
                var colleague = console(organisation)) {
            Published.events(
                    new SessionAssigned(organisation, session, 3, Instant.now(), ada),
                    new SessionIdleWarned(organisation, session, 4, Instant.now(), endsAt));
            own.await("session.idle", frame -> frame.path("sessionId").asText().equals(session.toString()));

            Published.events(new SessionIdleWarned(organisation, unknown, 4, Instant.now(), endsAt));

            var idle = colleague.await("session.idle");
            assertThat(idle.path("sessionId").asText()).isEqualTo(unknown.toString());
            assertThat(colleague.all("session.idle")).hasSize(1);
        }
    }

    @Test
    void staffHearWhoComesAndGoesInTheirOrganisation() throws Exception {
        UUID ada = UUID.randomUUID();
        try (var own = console(organisation);
                var other = console(UUID.randomUUID())) {
            Published.events(
                    new StaffAvailabilityChanged(organisation, ada, 2, Instant.now(), Availability.BREAK, true));

            var changed = own.await("staff.changed");

            assertThat(changed.path("staffId").asText()).isEqualTo(ada.toString());
            assertThat(changed.path("availability").asText()).isEqualTo("break");
            assertThat(changed.path("connected").asBoolean()).isTrue();
            assertThat(other.settle().all("staff.changed")).isEmpty();
        }
    }

    @Test
    void manyMessagesAtOnceAreToldOnceWithTheNewest() throws Exception {
        try (var console = console(organisation)) {
            var posted = IntStream.rangeClosed(1, 500)
                    .mapToObj(sequence -> (Event) new MessagePosted(
                            organisation,
                            session,
                            sequence,
                            Instant.now(),
                            UUID.randomUUID(),
                            sequence,
                            CallerKind.VISITOR,
                            Seat.CUSTOMER))
                    .toArray(Event[]::new);

            Published.events(posted);

            console.await("chat.posted", frame -> frame.path("sequence").asLong() == 500);
            assertThat(console.settle().all("chat.posted")).hasSizeLessThan(50);
        }
    }

    @Test
    void movesOfTheQueueAreToldAtMostOnceASecond() throws Exception {
        sessions.desk().queue(organisation, List.of(session, UUID.randomUUID()));
        try (var console = console(organisation)) {
            for (int i = 0; i < 20; i++) {
                Published.events(new SessionQueued(organisation, UUID.randomUUID(), 2, Instant.now()));
                Thread.sleep(100);
            }

            var changed = console.await("queue.changed");

            assertThat(changed.path("waiting").asInt()).isEqualTo(2);
            assertThat(console.settle().all("queue.changed")).hasSizeBetween(2, 5);
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
        return console(of, UUID.randomUUID());
    }

    private TestSocket console(UUID of, UUID staff) throws ExecutionException {
        String token = TestTokens.staff(of, "support").withId(staff.toString()).sign();
        return TestSocket.open(port, "/ws/console", token).hello();
    }
}
