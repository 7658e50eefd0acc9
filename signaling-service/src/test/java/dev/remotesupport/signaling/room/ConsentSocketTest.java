package dev.remotesupport.signaling.room;

import static dev.remotesupport.signaling.TestSession.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class ConsentSocketTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Rooms rooms;

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
    void nothingIsRelayedBeforeTheCustomerSaysYes() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer);
        customer.send(recorded(1, true, "secret"));
        customer.send("{'type':'pointer.move','participant':'%s','x':1,'y':1}".formatted(session.tab));
        customer.settle();
        UUID command = UUID.randomUUID();
        technician.send(session.click(command));

        var result = technician.await("control.result");

        assertThat(result.path("outcome").asText()).isEqualTo("refused");
        assertThat(result.path("reason").asText()).isEqualTo("not-granted");
        assertThat(technician.settle().all("cobrowse.events")).isEmpty();
        assertThat(technician.all("pointer.move")).isEmpty();
        assertThat(customer.settle().all("control.click")).isEmpty();
    }

    @Test
    void consentLetsThePageBeSeenAndThenControlled() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer).grant(technician, customer, "view");
        customer.send(recorded(1, true, "page")).send(recorded(2, false, "change"));
        technician.await("cobrowse.events", frame -> frame.path("sequence").asInt() == 2);
        session.grant(technician, customer, "control");
        UUID command = UUID.randomUUID();

        technician.send(session.click(command));

        var order = customer.await("control.click");
        assertThat(order.path("from").asText()).isEqualTo(session.technicianId.toString());
        customer.send("{'type':'control.result','command':'%s','outcome':'done'}".formatted(command));
        var result = technician.await("control.result");
        assertThat(result.path("participant").asText()).isEqualTo(session.tab.toString());
        assertThat(result.path("outcome").asText()).isEqualTo("done");
    }

    @Test
    void requestSaysWhoAsksAndWhatFor() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();

        technician.send("{'type':'grant.request','capability':'view','reason':'To find the button'}");

        var asked = customer.await("grant.requested");
        assertThat(asked.path("staffName").asText()).isEqualTo("Tom");
        assertThat(asked.path("reason").asText()).isEqualTo("To find the button");
        assertThat(asked.path("capability").asText()).isEqualTo("view");
    }

    @Test
    void questionRunsOut() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();

        technician.send("{'type':'grant.request','capability':'view'}");

        var changed = technician.await("grant.changed", frame -> frame.has("outcome"));
        assertThat(changed.path("outcome").asText()).isEqualTo("expired");
        String request = customer.await("grant.requested").path("request").asText();
        customer.send("{'type':'grant.answer','request':'%s','allowed':true}".formatted(request));
        assertThat(customer.await("problem").path("code").asText()).isEqualTo("request-unknown");
    }

    @Test
    void tabThatIsJustAwayIsAskedWhenItIsBack() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer);
        technician.await("cobrowse.paused");
        technician.forget();
        customer.kill();
        technician.await("cobrowse.paused");
        technician.send("{'type':'grant.request','capability':'view'}").settle();

        var asked = session.customer().await("grant.requested");

        assertThat(asked.path("capability").asText()).isEqualTo("view");
        assertThat(technician.all("problem")).isEmpty();
    }

    @Test
    void nobodyIsAskedInARoomWithoutACustomer() {
        TestSocket technician = session.technician();

        technician.send("{'type':'grant.request','capability':'view'}");

        assertThat(technician.await("problem").path("code").asText()).isEqualTo("nobody-to-ask");
    }

    @Test
    void revokedControlDoesNotArriveAfterTheAcknowledgementEvenWithoutKafka() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer).grant(technician, customer, "view").grant(technician, customer, "control");
        Outage.stopKafka();
        try {
            for (int i = 0; i < 50; i++) {
                technician.send(session.click(UUID.randomUUID()));
            }
            customer.send("{'type':'grant.revoke','capability':'control'}");
            customer.await(
                    "grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
            int before = customer.all("control.click").size();
            for (int i = 0; i < 50; i++) {
                technician.send(session.click(UUID.randomUUID()));
            }
            technician.settle();

            assertThat(customer.settle().all("control.click")).hasSize(before);
            assertThat(session.stored.revoked).containsExactly("control");
        } finally {
            Outage.startKafka();
        }
    }

    @Test
    void withdrawnConsentIsToldToTheOtherServices() {
        try (var events = EventCollector.on("signaling.events.v1")) {
            TestSocket customer = session.customer();
            TestSocket technician = session.technician();
            session.watch(technician, customer).grant(technician, customer, "view");

            customer.send("{'type':'grant.revoke','capability':'view'}");

            var event = events.await(
                    one -> one.type().equals("ConsentWithdrawn") && one.key().equals(session.id.toString()));
            assertThat(event.body()).contains("\"capability\":\"view\"").contains(session.tab.toString());
        }
    }

    @Test
    void viewGivenAgainDoesNotBringControlBack() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer).grant(technician, customer, "view").grant(technician, customer, "control");
        customer.send("{'type':'grant.revoke','capability':'view'}");
        customer.await("grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
        session.grant(technician, customer, "view");

        technician.send(session.click(UUID.randomUUID()));

        assertThat(technician.await("control.result").path("outcome").asText()).isEqualTo("refused");
        assertThat(customer.settle().all("control.click")).isEmpty();
    }

    @Test
    void revocationOvertakesAConsentThatIsStillBeingStored() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.stored.takeToGive(Duration.ofMillis(500));
        technician.send("{'type':'grant.request','capability':'view'}");
        String request = customer.await("grant.requested").path("request").asText();
        customer.send("{'type':'grant.answer','request':'%s','allowed':true}".formatted(request));

        customer.send("{'type':'grant.revoke','capability':'view'}");

        technician.await(
                "grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
        Awaitility.await().until(() -> session.stored.revoked.size() == 2);
        assertThat(technician.all("grant.changed"))
                .noneMatch(frame -> frame.path("outcome").asText().equals("given"));
        assertThat(session.stored.revoked).containsOnly("view");
    }

    @Test
    void revocationThatSessionServiceNeverHeardOfStillCountsInTheNextRoom() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer).grant(technician, customer, "view");
        customer.send("{'type':'grant.revoke','capability':'view'}");
        customer.await("grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
        customer.send("{'type':'leave'}");
        technician.send("{'type':'leave'}");
        assertThat(technician.closeCode()).isEqualTo(1000);
        Awaitility.await().until(() -> !rooms.isOpen(session.id));
        session.stored.neverHeardOfRevoking("view", Duration.ofMinutes(1));

        TestSocket again = session.socket(session.customerToken());
        again.send("{'type':'hello','protocol':1}");

        assertThat(again.await("welcome").path("grants")).isEmpty();
    }

    @Test
    void roomFailsClosedWhileSessionServiceIsAwayAndLearnsTheGrantsLater() {
        session.stored.give("view", Duration.ofMinutes(5));
        sessions.away(true);
        TestSocket customer;
        try {
            customer = session.customer();
            assertThat(customer.await("welcome").path("grants")).isEmpty();
        } finally {
            sessions.away(false);
        }

        var changed =
                customer.await("grant.changed", frame -> !frame.path("grants").isEmpty());

        assertThat(changed.path("grants").get(0).path("capability").asText()).isEqualTo("view");
        customer.await("session.changed", frame -> frame.path("state").asText().equals("active"));
    }

    @Test
    void grantRunsOut() {
        session.stored.give("view", Duration.ofSeconds(1));
        TestSocket customer = session.customer();
        assertThat(customer.await("welcome").path("grants")).hasSize(1);

        var changed = customer.await(
                "grant.changed", frame -> frame.path("outcome").asText().equals("expired"));

        assertThat(changed.path("grants")).isEmpty();
    }

    @Test
    void customerCannotAskAndTechnicianCannotAnswer() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();

        customer.send("{'type':'grant.request','capability':'view'}");
        technician.send("{'type':'grant.answer','request':'%s','allowed':true}".formatted(UUID.randomUUID()));

        assertThat(customer.closeCode()).isEqualTo(4403);
        assertThat(technician.closeCode()).isEqualTo(4403);
    }

    @Test
    void secondTechnicianSeesAndControlsNothingWithoutWatching() {
        TestSocket customer = session.customer();
        TestSocket technician = session.technician();
        session.watch(technician, customer).grant(technician, customer, "view").grant(technician, customer, "control");
        var lead = TestTokens.staff(session.organisation, "team_lead").named("Lea");
        TestSocket second = session.socket(
                        TestTokens.participant(lead, session.id, UUID.randomUUID(), "technician", "console"))
                .hello();
        customer.send(recorded(1, true, "page"));
        technician.await("cobrowse.events");

        second.send(session.click(UUID.randomUUID()));

        assertThat(second.await("control.result").path("outcome").asText()).isEqualTo("missing");
        assertThat(second.all("cobrowse.events")).isEmpty();
        assertThat(customer.settle().all("control.click")).isEmpty();
    }
}
