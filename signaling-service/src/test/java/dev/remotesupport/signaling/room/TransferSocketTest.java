package dev.remotesupport.signaling.room;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.signaling.TestSession;
import dev.remotesupport.signaling.TestSocket;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class TransferSocketTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    SessionServiceStandIn sessions;
    TestSession session;
    TestToken successor;
    TestToken lead;

    @BeforeEach
    void openSession() {
        session = new TestSession(sessions, port);
        var staff = TestTokens.staff(session.organisation, "support").named("Sue");
        lead = TestTokens.staff(session.organisation, "team_lead").named("Lea");
        successor = TestTokens.participant(staff, session.id, UUID.randomUUID(), "technician", "console");
    }

    @AfterEach
    void closeSockets() {
        sessions.away(false);
        session.close();
    }

    @Test
    void formerTechnicianIsPutOutTheirConsentEndsAndTheSuccessorAsksAnew() {
        TestSocket customer = session.customer();
        TestSocket former = session.technician();
        session.watch(former, customer).grant(former, customer, "view").grant(former, customer, "control");

        handOverTo(successor, 9);

        assertThat(former.closeCode()).isEqualTo(4403);
        assertThat(former.await("problem").path("code").asText()).isEqualTo("removed");
        assertThat(customer.await("participant.left").path("reason").asText()).isEqualTo("removed");
        customer.await("grant.changed", frame -> frame.path("outcome").asText().equals("revoked"));
        TestSocket next = session.socket(successor).hello();
        assertThat(next.await("welcome").path("grants")).isEmpty();
        session.watch(next, customer);
        customer.forget();
        next.send(session.click(UUID.randomUUID()));
        assertThat(next.await("control.result").path("outcome").asText()).isEqualTo("refused");
        assertThat(customer.settle().all("control.click")).isEmpty();
        session.grant(next, customer, "view");
    }

    @Test
    void formerTechnicianDoesNotComeBackWithAnUnusedToken() {
        session.customer();
        String unused = session.technicianToken().sign();
        TestSocket former = session.technician();
        handOverTo(successor, 9);
        assertThat(former.closeCode()).isEqualTo(4403);

        TestSocket again = session.socket(unused);
        again.send("{'type':'hello','protocol':1}");

        assertThat(again.closeCode()).isEqualTo(4403);
    }

    @Test
    void formerTechnicianStaysOutWhileSessionServiceCannotBeAsked() {
        session.customer();
        String unused = session.technicianToken().sign();
        TestSocket former = session.technician();
        handOverTo(successor, 9);
        assertThat(former.closeCode()).isEqualTo(4403);
        sessions.away(true);

        TestSocket again = session.socket(unused);
        again.send("{'type':'hello','protocol':1}");
        TestSocket next = session.socket(successor).hello();

        assertThat(again.closeCode()).isEqualTo(1012);
        assertThat(next.settle().isOpen()).isTrue();
    }

    @Test
    void answerOfSessionServiceFromBeforeTheTransferAdmitsNobody() {
        session.customer();
        TestSocket former = session.technician();
        Published.events(assigned(successor, 9));
        assertThat(former.closeCode()).isEqualTo(4403);

        TestSocket again = session.socket(session.technicianToken());
        again.send("{'type':'hello','protocol':1}");

        assertThat(again.closeCode()).isEqualTo(4403);
    }

    @Test
    void sessionThatWaitsAgainIsNobodysAndAnOpenQuestionIsNoMore() {
        TestSocket customer = session.customer();
        TestSocket former = session.technician();
        former.send("{'type':'grant.request','capability':'view'}");
        var asked = customer.await("grant.requested");

        Published.events(new SessionQueued(session.organisation, session.id, 9, Instant.now()));
        assertThat(former.closeCode()).isEqualTo(4403);
        customer.send("{'type':'grant.answer','request':'%s','allowed':true}"
                .formatted(asked.path("request").asText()));

        assertThat(customer.await("problem").path("code").asText()).isEqualTo("request-unknown");
    }

    @Test
    void onlyTheSessionsOwnOrganisationTellsOfIt() {
        session.customer();
        TestSocket former = session.technician();

        tellOwner(assigned(successor, 9), TestTokens.staff(UUID.randomUUID(), "admin"))
                .statusCode(400);
        tellOwner(assigned(successor, 9), session.visitor).statusCode(403);
        assertThat(former.settle().isOpen()).isTrue();

        tellOwner(assigned(successor, 9), session.staff).statusCode(204);
        assertThat(former.closeCode()).isEqualTo(4403);
    }

    @Test
    void leadWhoseTeamLosesTheSessionIsPutOutAndDoesNotComeBackWithAnUnusedToken() {
        session.customer();
        TestSocket watching = session.socket(leadToken()).hello();
        watching.await("welcome");
        String unused = leadToken().sign();
        session.stored.noLongerAdmit(lead.id());

        handOverTo(successor, 9);

        assertThat(watching.closeCode()).isEqualTo(4403);
        TestSocket again = session.socket(unused);
        again.send("{'type':'hello','protocol':1}");
        assertThat(again.closeCode()).isEqualTo(4403);
    }

    @Test
    void leadWhoseTeamChangesIsPutOutWhileTheTechnicianStays() {
        session.customer();
        TestSocket technician = session.technician();
        session.stored.is("active", 9);
        Published.events(assigned(session.staff, 9));
        TestSocket watching = session.socket(leadToken()).hello();
        watching.await("welcome");
        session.stored.noLongerAdmit(lead.id());

        tellOwner(assigned(session.staff, 9), session.staff).statusCode(204);

        assertThat(watching.closeCode()).isEqualTo(4403);
        assertThat(technician.settle().isOpen()).isTrue();
    }

    private TestToken leadToken() {
        return TestTokens.participant(lead, session.id, UUID.randomUUID(), "technician", "console");
    }

    private ValidatableResponse tellOwner(SessionAssigned event, TestToken caller) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(EventJson.write(event))
                .post("/internal/sessions/" + session.id + "/handover")
                .then();
    }

    private void handOverTo(TestToken technician, int version) {
        session.stored.is("active", version);
        session.stored.endGrants();
        session.stored.noLongerAdmit(session.staff.id());
        Published.events(assigned(technician, version));
    }

    private SessionAssigned assigned(TestToken technician, int version) {
        return new SessionAssigned(
                session.organisation, session.id, version, Instant.now(), UUID.fromString(technician.id()));
    }
}
