package dev.remotesupport.signaling.room;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class OutageSocketTest {

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
    void withoutPostgresNoRoomOutlivesItsLeaseAndAllComesBack() {
        TestSocket customer = session.customer();
        Outage.stopPostgres();
        try {
            assertThat(customer.closeCode()).isEqualTo(1012);
            assertThatThrownBy(() -> TestSocket.open(
                            port, "/ws/signaling", session.customerToken().sign()))
                    .cause()
                    .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> {
                        assertThat(refusal.getStatus()).isEqualTo(503);
                        assertThat(refusal.getHeaders().get("Retry-After")).isNotBlank();
                    });
        } finally {
            Outage.startPostgres();
        }

        TestSocket again = session.customer();

        assertThat(again.settle().isOpen()).isTrue();
    }

    @Test
    void withoutKafkaNothingIsRefused() {
        TestSocket customer = session.customer();
        Outage.stopKafka();
        try {
            TestSocket technician = session.technician();

            session.watch(technician, customer).grant(technician, customer, "view");

            customer.send(TestSession.recorded(1, true, "page"));
            technician.await("cobrowse.events");
        } finally {
            Outage.startKafka();
        }
    }

    @Test
    void withoutKafkaAFormerTechnicianIsPutOutAllTheSame() {
        session.customer();
        TestSocket former = session.technician();
        Outage.stopKafka();
        try {
            var taken = new SessionAssigned(session.organisation, session.id, 9, Instant.now(), UUID.randomUUID());
            given().auth()
                    .oauth2(session.staff.sign())
                    .contentType(ContentType.JSON)
                    .body(EventJson.write(taken))
                    .post("/internal/sessions/" + session.id + "/handover")
                    .then()
                    .statusCode(204);

            assertThat(former.closeCode()).isEqualTo(4403);
        } finally {
            Outage.startKafka();
        }
    }
}
