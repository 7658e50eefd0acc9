package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.signaling.DeskStandIn;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class WaitingSocketTest {

    private final UUID earlier = UUID.randomUUID();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    DeskStandIn desk;
    TestSession session;

    @BeforeEach
    void openSession() {
        session = new TestSession(sessions, port);
        session.stored.is("queued", 2);
        desk = sessions.desk();
        desk.queue(session.organisation, List.of(earlier, session.id));
    }

    @AfterEach
    void closeSockets() {
        sessions.away(false);
        session.close();
    }

    @Test
    void waitingCustomerIsToldWhereItStandsAndWheneverThatChanges() {
        TestSocket customer = session.customer();
        var first = customer.await("queue.position");
        assertThat(first.path("position").asInt()).isEqualTo(2);
        assertThat(first.path("expectedWaitSeconds").asInt()).isEqualTo(60);
        assertThat(first.path("staffAvailable").asBoolean()).isTrue();

        desk.queue(session.organisation, List.of(session.id));
        Published.events(new SessionAssigned(session.organisation, earlier, 4, Instant.now(), UUID.randomUUID()));

        var second =
                customer.await("queue.position", frame -> frame.path("position").asInt() == 1);
        assertThat(second.path("expectedWaitSeconds").isNull()).isTrue();
        assertThat(customer.settle().all("queue.position")).hasSize(2);
    }

    @Test
    void secondTabKnowsAtOnceWhatTheFirstWasTold() {
        session.customer().await("queue.position");
        var tab = TestTokens.participant(session.visitor, session.id, UUID.randomUUID(), "customer", "tab-2");

        TestSocket second = session.socket(tab).hello();

        assertThat(second.await("queue.position").path("position").asInt()).isEqualTo(2);
    }

    @Test
    void offeredSessionIsNextAndReturnsToItsPlace() {
        TestSocket customer = session.customer();
        customer.await("queue.position");

        Published.events(new SessionOffered(
                session.organisation, session.id, 3, Instant.now(), UUID.randomUUID(), Instant.now()));
        customer.await("queue.position", frame -> frame.path("position").asInt() == 0);
        customer.forget();
        Published.events(new SessionQueued(session.organisation, session.id, 4, Instant.now()));

        assertThat(customer.await("queue.position").path("position").asInt()).isEqualTo(2);
    }

    @Test
    void whoIsHelpedIsToldNoPositionAnyMore() throws Exception {
        TestSocket customer = session.customer();
        customer.await("queue.position");
        Published.events(new SessionAssigned(session.organisation, session.id, 3, Instant.now(), UUID.randomUUID()));
        customer.await("session.changed", frame -> frame.path("state").asText().equals("active"));
        customer.forget();
        int before = desk.looks(session.organisation).size();

        Published.events(new SessionQueued(session.organisation, UUID.randomUUID(), 2, Instant.now()));

        Thread.sleep(500);
        assertThat(customer.settle().all("queue.position")).isEmpty();
        assertThat(desk.looks(session.organisation)).hasSize(before);
    }

    @Test
    void lastKnownPositionStaysWhileSessionServiceIsAway() throws Exception {
        TestSocket customer = session.customer();
        customer.await("queue.position");
        sessions.away(true);
        desk.queue(session.organisation, List.of(session.id));
        Published.events(new SessionAssigned(session.organisation, earlier, 4, Instant.now(), UUID.randomUUID()));
        Thread.sleep(700);
        assertThat(customer.settle().all("queue.position")).hasSize(1);

        sessions.away(false);

        customer.await("queue.position", frame -> frame.path("position").asInt() == 1);
    }

    @Test
    void everybodyInTheRoomHearsThatTheSessionIsAboutToEnd() {
        session.stored.is("active", 3);
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        Instant endsAt = Instant.parse("2026-11-26T12:00:00Z");

        Published.events(new SessionIdleWarned(session.organisation, session.id, 9, Instant.now(), endsAt));

        assertThat(customer.await("session.idle").path("endsAt").asText()).isEqualTo(endsAt.toString());
        technician.await("session.idle");
    }
}
