package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class PresenceSocketTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MeterRegistry meters;

    SessionServiceStandIn sessions;
    TestSession session;

    @BeforeEach
    void openSession() {
        session = new TestSession(sessions, port);
    }

    @AfterEach
    void closeSockets() {
        session.close();
    }

    @Test
    void joiningAndLeavingAreToldWithBrowserAndSystemInOrder() {
        try (var events = EventCollector.on("signaling.events.v1")) {
            TestSocket customer = session.customer();
            TestSocket technician = session.technician();
            customer.send("{'type':'leave'}");
            assertThat(customer.closeCode()).isEqualTo(1000);

            events.await(event ->
                    event.type().equals("ParticipantLeft") && event.key().equals(session.id.toString()));

            var left = technician.await("participant.left");
            assertThat(left.path("reason").asText()).isEqualTo("left");
            var joined = (ParticipantJoined) EventJson.read(events.events("ParticipantJoined", session.id.toString())
                    .get(0)
                    .body());
            assertThat(joined.participantId()).isEqualTo(session.tab);
            assertThat(joined.visitorId()).hasToString(session.visitor.id());
            assertThat(joined.browser()).isEqualTo("Firefox 128");
            assertThat(joined.os()).isEqualTo("Linux");
            assertThat(events.events().stream()
                            .filter(event -> session.id.toString().equals(event.key()))
                            .map(event -> EventJson.read(event.body()).version()))
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void whoIsKilledIsGoneAfterTheTimeToReturn() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();

        customer.kill();

        assertThat(technician.settle().all("participant.left")).isEmpty();
        var left = technician.await("participant.left");
        assertThat(left.path("participant").asText()).isEqualTo(session.tab.toString());
        assertThat(left.path("reason").asText()).isEqualTo("lost");
    }

    @Test
    void participantsOfAKilledReplicaAreGoneWhenNobodyComesBack() throws Exception {
        try (var events = EventCollector.on("signaling.events.v1")) {
            leftBehindByAKilledReplica(session.tab);

            var event = events.await(one -> session.id.toString().equals(one.key()));

            assertThat(event.type()).isEqualTo("ParticipantLeft");
            assertThat(event.body()).contains("\"reason\":\"lost\"").contains("\"version\":8");
        }
    }

    @Test
    void participantOfAKilledReplicaWhoComesBackWasNeverAway() throws Exception {
        try (var events = EventCollector.on("signaling.events.v1")) {
            leftBehindByAKilledReplica(session.tab, UUID.randomUUID());

            session.customer();

            events.await(one -> session.id.toString().equals(one.key()));
            assertThat(events.events("ParticipantLeft", session.id.toString())).hasSize(1);
            assertThat(events.events("ParticipantLeft", session.id.toString())
                            .get(0)
                            .body())
                    .doesNotContain(session.tab.toString());
            assertThat(events.events("ParticipantJoined", session.id.toString()))
                    .isEmpty();
        }
    }

    @Test
    void endOfTheSessionIsToldAndClosesEverybody() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();

        Published.events(new SessionEnded(
                session.organisation, session.id, 9, Instant.now(), "resolved", null, Instant.now(), 0));

        assertThat(customer.closeCode()).isEqualTo(4499);
        assertThat(technician.closeCode()).isEqualTo(4499);
        var changed = customer.await("session.changed");
        assertThat(changed.path("state").asText()).isEqualTo("ended");
        assertThat(changed.path("reason").asText()).isEqualTo("resolved");
    }

    @Test
    void reassignedSessionPutsTheFormerTechnicianOutButNotWhoLeadsTheNextOne() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        var lead = TestTokens.staff(session.organisation, "team_lead");
        TestSocket leader = session.socket(
                        TestTokens.participant(lead, session.id, UUID.randomUUID(), "technician", "console"))
                .hello();

        session.stored.is("active", 9);
        Published.events(new SessionAssigned(session.organisation, session.id, 9, Instant.now(), UUID.randomUUID()));

        assertThat(technician.closeCode()).isEqualTo(4403);
        assertThat(customer.await("participant.left").path("reason").asText()).isEqualTo("removed");
        assertThat(leader.settle().isOpen()).isTrue();
    }

    @Test
    void aThousandJoinsAndKillsLeaveNothingBehind() throws Exception {
        var all = new ArrayList<TestSession>();
        for (int batch = 0; batch < 50; batch++) {
            var sockets = new ArrayList<TestSocket>();
            for (int i = 0; i < 10; i++) {
                var one = new TestSession(sessions, port);
                all.add(one);
                sockets.add(one.customer());
                sockets.add(one.technician());
            }
            sockets.forEach(TestSocket::kill);
        }

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> gauge("remote_support.signaling.rooms") == 0);

        assertThat(gauge("remote_support.signaling.connections")).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(count("SELECT count(*) FROM signaling.participant")).isZero();
            assertThat(
                            count(
                                    "SELECT count(*) FROM signaling.room WHERE owner IS NOT NULL AND expires_at > clock_timestamp()"))
                    .isZero();
        });
        assertThat(all).hasSize(500);
    }

    private double gauge(String name) {
        return meters.find(name).gauges().stream()
                .mapToDouble(one -> one.value())
                .sum();
    }

    private static long count(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }

    private void leftBehindByAKilledReplica(UUID... participants) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var room = connection.prepareStatement("""
                        INSERT INTO signaling.room (session_id, organisation_id, owner, epoch, expires_at, version)
                        VALUES (?, ?, '10.0.0.7:8083', 4, clock_timestamp(), 7)
                        """);
                var participant = connection.prepareStatement("""
                        INSERT INTO signaling.participant (session_id, participant_id, organisation_id, seat, joined_at)
                        VALUES (?, ?, ?, 'customer', now())
                        """)) {
            room.setObject(1, session.id);
            room.setObject(2, session.organisation);
            assertThat(room.executeUpdate()).isOne();
            for (UUID one : participants) {
                participant.setObject(1, session.id);
                participant.setObject(2, one);
                participant.setObject(3, session.organisation);
                assertThat(participant.executeUpdate()).isOne();
            }
        }
    }
}
