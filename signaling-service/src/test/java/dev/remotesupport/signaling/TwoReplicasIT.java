package dev.remotesupport.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service twice, on the same Postgres and Kafka. */
class TwoReplicasIT {

    private final SessionServiceStandIn sessions = new SessionServiceStandIn();
    private Replica one;
    private Replica two;
    private TestSession session;

    @BeforeEach
    void start() throws IOException {
        var config = new HashMap<>(new ServiceInfrastructure().start());
        config.putAll(sessions.start());
        // As in production: two cold processes on a busy machine need it.
        config.put("remote-support.signaling.hello-within", "5s");
        config.put("remote-support.signaling.lease-for", "6s");
        config.put("remote-support.signaling.return-within", "30s");
        one = Replica.start(freePort(), config);
        two = Replica.start(freePort(), config);
        session = new TestSession(sessions, one.port());
        session.stored.give("view", Duration.ofMinutes(5));
        session.stored.give("control", Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() {
        session.close();
        one.close();
        two.close();
        sessions.stop();
    }

    @Test
    void replicaThatGoesDownHandsTheRoomOverAtOnce() throws Exception {
        try (var events = EventCollector.on("signaling.events.v1")) {
            TestSocket customer = session.customer();
            TestSocket technician = session.technician();
            session.watch(technician, customer);
            customer.send(TestSession.recorded(1, true, "page"));
            technician.await("cobrowse.events");
            assertThatThrownBy(() -> TestSocket.open(
                            two.port(), "/ws/signaling", session.customerToken().sign()))
                    .cause()
                    .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> {
                        assertThat(refusal.getStatus()).isEqualTo(421);
                        assertThat(refusal.getHeaders().get("X-Room-Owner")).isEqualTo("localhost:" + one.port());
                    });

            one.terminate();

            assertThat(customer.closeCode()).isEqualTo(1012);
            assertThat(technician.closeCode()).isEqualTo(1012);
            session.moveTo(two.port());
            TestSocket moved = session.customer();
            assertThat(moved.await("welcome").path("epoch").asLong()).isEqualTo(2);
            assertThat(moved.await("welcome").path("grants")).hasSize(2);
            session.watch(session.technician(), moved);
            moved.send("{'type':'leave'}");
            events.await(event ->
                    event.type().equals("ParticipantLeft") && event.key().equals(session.id.toString()));
            assertThat(events.events("ParticipantJoined", session.id.toString()))
                    .hasSize(2);
        }
    }

    @Test
    void roomOfAKilledReplicaOpensElsewhereWhenItsLeaseHasRunOut() throws Exception {
        TestSocket customer = session.customer();

        one.kill();

        assertThat(customer.closeCode()).isEqualTo(1006);
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            TestSocket.open(two.port(), "/ws/signaling", session.customerToken().sign())
                    .close();
            return true;
        });
        session.moveTo(two.port());
        assertThat(session.customer().await("welcome").path("epoch").asLong()).isEqualTo(2);
    }

    @Test
    void pausedReplicaRelaysNothingAfterItWakes() throws Exception {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer);
        one.signal("STOP");
        technician.send(session.click(UUID.randomUUID()));
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(20)).until(() -> {
            TestSocket.open(two.port(), "/ws/signaling", session.customerToken().sign())
                    .close();
            return true;
        });

        one.signal("CONT");

        assertThat(technician.closeCode()).isEqualTo(1012);
        assertThat(customer.closeCode()).isEqualTo(1012);
        assertThat(customer.all("control.click")).isEmpty();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
