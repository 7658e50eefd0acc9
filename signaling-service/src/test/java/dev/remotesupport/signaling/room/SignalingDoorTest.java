package dev.remotesupport.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.UpgradeRejectedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class SignalingDoorTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

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
    void expiredForeignTamperedAndMissingTokensOpenNothing() {
        assertThat(refusedWith(session.customerToken().expired())).isEqualTo(401);
        assertThat(refusedWith(session.customerToken().foreign())).isEqualTo(401);
        assertThat(refusedWith(session.customerToken().tampered())).isEqualTo(401);
        assertThat(refusedWith(null)).isEqualTo(401);
    }

    @Test
    void tokenThatIsNotBoundToASessionOpensNothing() {
        assertThat(refusedWith(session.staff.sign())).isEqualTo(403);
        assertThat(refusedWith(session.visitor.sign())).isEqualTo(403);
    }

    @Test
    void tokenOpensOneConnectionOnly() {
        String token = session.customerToken().sign();
        TestSocket first = session.socket(token).hello();

        TestSocket second = session.socket(token);

        assertThat(second.closeCode()).isEqualTo(4401);
        assertThat(second.await("problem").path("code").asText()).isEqualTo("replayed");
        first.settle();
    }

    @Test
    void strangerWhomSessionServiceRefusesIsPutOut() {
        TestSocket customer = session.customer();
        var stranger = TestTokens.visitor(session.organisation, UUID.randomUUID());
        session.stored.noLongerAdmit(stranger.id());

        TestSocket socket =
                session.socket(TestTokens.participant(stranger, session.id, UUID.randomUUID(), "customer", "tab-9"));
        socket.send("{'type':'hello','protocol':1}");

        assertThat(socket.closeCode()).isEqualTo(4403);
        assertThat(customer.settle().all("participant.joined")).isEmpty();
    }

    @Test
    void otherOrganisationNeverEntersTheRoom() {
        TestSocket customer = session.customer();
        var other = TestTokens.staff(UUID.randomUUID(), "super_admin");

        String token = TestTokens.participant(other, session.id, UUID.randomUUID(), "technician", "console")
                .sign();

        assertThatThrownBy(() -> TestSocket.open(port, "/ws/signaling", token).hello())
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(ExecutionException.class),
                        failure -> assertThat(failure).hasMessageContaining("closed=4403"));
        assertThat(customer.settle().all("participant.joined")).isEmpty();
    }

    @Test
    void unknownSessionIsSaidSo() {
        UUID unknown = UUID.randomUUID();
        TestSocket socket = session.socket(
                TestTokens.participant(session.visitor, unknown, UUID.randomUUID(), "customer", "tab-1"));

        socket.send("{'type':'hello','protocol':1}");

        assertThat(socket.closeCode()).isEqualTo(4404);
    }

    @Test
    void endedSessionLetsNobodyIn() {
        session.stored.end();
        TestSocket socket = session.socket(session.customerToken());

        socket.send("{'type':'hello','protocol':1}");

        assertThat(socket.closeCode()).isEqualTo(4499);
    }

    @Test
    void whoSaysNothingIsClosed() {
        TestSocket silent = session.socket(session.customerToken());

        assertThat(silent.closeCode()).isEqualTo(4408);
    }

    @Test
    void whoDoesNotBeginWithHelloIsClosed() {
        TestSocket rude = session.socket(session.customerToken());

        rude.send("{'type':'ping'}");

        assertThat(rude.closeCode()).isEqualTo(4408);
    }

    @Test
    void secondHelloAndUnspokenProtocolAreRefused() {
        TestSocket twice = session.customer();
        TestSocket future = session.socket(session.technicianToken());

        twice.send("{'type':'hello','protocol':1}");
        future.send("{'type':'hello','protocol':99}");

        assertThat(twice.closeCode()).isEqualTo(4422);
        assertThat(future.closeCode()).isEqualTo(4422);
    }

    @Test
    void connectionEndsWithItsToken() {
        TestSocket socket = session.socket(session.customerToken().lasting(Duration.ofSeconds(3)))
                .hello();

        assertThat(socket.closeCode()).isEqualTo(4401);
        assertThat(socket.await("problem").path("code").asText()).isEqualTo("token-expired");
    }

    @Test
    void renewedTokenKeepsTheConnectionOpenPastTheOldOnesEnd() throws InterruptedException {
        TestSocket socket = session.socket(session.customerToken().lasting(Duration.ofSeconds(3)))
                .hello();

        socket.send("{'type':'token.renew','token':'%s'}"
                .formatted(session.customerToken().sign()));

        socket.await("token.renewed");
        Thread.sleep(4_000);
        assertThat(socket.settle().isOpen()).isTrue();
    }

    @Test
    void anothersTokenDoesNotRenew() {
        TestSocket socket = session.customer();

        socket.send("{'type':'token.renew','token':'%s'}"
                .formatted(session.technicianToken().sign()));

        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "42",
                "{}",
                "{'type':'page.changed'}",
                "{'type':'cobrowse.events','sequence':'1'}",
                "{'type':'pointer.move','participant':'x','x':1,'y':1}",
                "\u0000"
            })
    void malformedFrameClosesItsSenderAndNobodyElse(String frame) {
        TestSocket technician = session.technician();
        TestSocket customer = session.customer();

        customer.send(frame);

        assertThat(customer.closeCode()).isEqualTo(4400);
        technician.settle();
    }

    @Test
    void unknownTypeClosesWithItsOwnCodeAndAnIdThatIsLogged() {
        TestSocket customer = session.customer();

        customer.send("{'type':'control.everything'}");

        assertThat(customer.closeCode()).isEqualTo(4422);
        var problem = customer.await("problem");
        assertThat(problem.path("code").asText()).isEqualTo("unknown-type");
        assertThat(UUID.fromString(problem.path("id").asText())).isNotNull();
    }

    @Test
    void tenMegabytesAreTooLargeAndHarmNobodyElse() {
        TestSocket technician = session.technician();
        TestSocket customer = session.customer();

        customer.send(TestSession.recorded(1, true, "x".repeat(10 * 1024 * 1024)));

        assertThat(customer.closeCode()).isEqualTo(1009);
        technician.settle();
    }

    @Test
    void floodClosesItsSenderAndNobodyElse() {
        TestSocket technician = session.technician();
        TestSocket customer = session.customer();

        for (int i = 0; i < 500; i++) {
            customer.send("{'type':'ping'}");
        }

        assertThat(customer.closeCode()).isEqualTo(4429);
        technician.settle();
    }

    @Test
    void roomOfAnotherReplicaIsNamedToTheGateway() throws Exception {
        ownedBy("10.0.0.7:8083");

        assertThatThrownBy(() -> TestSocket.open(
                        port, "/ws/signaling", session.customerToken().sign()))
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(421);
                    assertThat(refusal.getHeaders().get("X-Room-Owner")).isEqualTo("10.0.0.7:8083");
                });
    }

    @Test
    void roomOfADeadReplicaIsTakenWhenItsLeaseHasRunOut() throws Exception {
        ownedBy("10.0.0.7:8083");
        Thread.sleep(1_200);

        TestSocket customer = session.customer();

        assertThat(customer.await("welcome").path("epoch").asLong()).isEqualTo(42);
    }

    private void ownedBy(String address) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO signaling.room (session_id, organisation_id, owner, epoch, expires_at)
                        VALUES (?, ?, ?, 41, clock_timestamp() + interval '1 second')
                        """)) {
            insert.setObject(1, session.id);
            insert.setObject(2, session.organisation);
            insert.setString(3, address);
            assertThat(insert.executeUpdate()).isOne();
        }
    }

    private int refusedWith(String token) {
        try {
            TestSocket.open(port, "/ws/signaling", token).close();
            return 101;
        } catch (ExecutionException e) {
            return ((UpgradeRejectedException) e.getCause()).getStatus();
        }
    }
}
