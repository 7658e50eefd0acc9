package dev.remotesupport.chat.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A technician loses a conversation as soon as somebody else gets it, or it returns to the queue. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class FormerStaffTest {

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken next =
            TestTokens.staff(people.organisation(), "support").named("Nina");
    private final TestToken lead =
            TestTokens.staff(people.organisation(), "team_lead").named("Lea");

    @Test
    void aTransferClosesTheFormerTechniciansSocketAndNobodyElses() {
        assigned();
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var former = ChatTestClient.enter(people.technicianToken(), null);
                var watching = ChatTestClient.enter(people.technicianToken(lead), null)) {
            transferred();

            assertThat(former.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
            customer.send("secret", "Only for Nina.").awaitAccepted("secret");
            watching.awaitSeen(1);
            assertThat(former.seen()).isEmpty();
            assertThat(customer.isOpen()).isTrue();
        }
    }

    @Test
    void aLeadWhoseTeamLosesTheConversationIsOutAtOnceAndDoesNotComeBack() {
        assigned();
        var unused = people.technicianToken(lead);
        try (var watching = ChatTestClient.enter(people.technicianToken(lead), null)) {
            SessionServiceStandIn.hide(people.organisation(), people.session());
            TestEvents.sessionAssigned(people, next.id(), 4);

            assertThat(watching.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
        }
        try (var again = ChatTestClient.connect(unused)) {
            again.say(new ChatFromClient.Hello(1, 0L));
            assertThat(again.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
            assertThat(again.frames()).isEmpty();
        }
        assertThat(read(TestTokens.participant(lead, people.session(), UUID.randomUUID(), "technician", "tab-9")))
                .isEqualTo(403);
    }

    @Test
    void aLeadIsOutAtOnceWhenTeamsChange() {
        assigned();
        try (var technician = ChatTestClient.enter(people.technicianToken(), null);
                var watching = ChatTestClient.enter(people.technicianToken(lead), null)) {
            SessionServiceStandIn.hide(people.organisation(), people.session());

            given().auth()
                    .oauth2(people.technician().sign())
                    .contentType("application/json")
                    .body(EventJson.write(new SessionAssigned(
                            people.organisation(),
                            people.session(),
                            3,
                            Instant.now(),
                            UUID.fromString(people.technician().id()))))
                    .post("/internal/sessions/" + people.session() + "/handover")
                    .then()
                    .statusCode(204);

            assertThat(watching.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
            technician.send("a", "Still here.").awaitAccepted("a");
        }
    }

    @Test
    void theFormerTechniciansTokensAndRequestsAreRefusedAfterwards() {
        assigned();
        var unused = people.technicianToken();
        var participant =
                TestTokens.participant(people.technician(), people.session(), UUID.randomUUID(), "technician", "tab-9");
        try (var former = ChatTestClient.enter(people.technicianToken(), null)) {
            transferred();
            former.awaitClose();
        }

        try (var again = ChatTestClient.connect(unused)) {
            again.say(new ChatFromClient.Hello(1, 0L));
            assertThat(again.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
            assertThat(again.frames()).isEmpty();
        }
        assertThat(read(people.technician())).isEqualTo(403);
        assertThat(read(participant)).isEqualTo(403);
        assertThat(read(next)).isEqualTo(200);
    }

    @Test
    void theNewTechnicianIsLetInBeforeTheNewsOfItArrives() {
        assigned();
        tell(next.id(), 4);

        try (var early = ChatTestClient.enter(people.technicianToken(next), 0L)) {
            early.send("a", "I am Nina.").awaitAccepted("a");
        }
    }

    @Test
    void aSessionThatReturnsToTheQueueIsTakenFromItsTechnician() {
        assigned();
        try (var former = ChatTestClient.enter(people.technicianToken(), null)) {
            tell(null, 4);
            TestEvents.sessionQueued(people, 4);

            assertThat(former.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
        }
        assertThat(read(people.technician())).isEqualTo(403);
    }

    @Test
    void whoGetsItBackIsLetInAgain() {
        assigned();
        try (var former = ChatTestClient.enter(people.technicianToken(), null)) {
            transferred();
            former.awaitClose();
        }
        tell(people.technician().id(), 5);
        TestEvents.sessionAssigned(people, people.technician().id(), 5);

        await().atMost(Duration.ofSeconds(15)).until(() -> read(next) == 403);
        try (var back = ChatTestClient.enter(people.technicianToken(), 0L)) {
            back.send("a", "Hello again.").awaitAccepted("a");
        }
    }

    @Test
    void beforeAnybodyWasAssignedATechniciansTokenSuffices() {
        TestEvents.sessionQueued(people, 2);

        try (var technician = ChatTestClient.enter(people.technicianToken(), 0L)) {
            technician.send("a", "Hello.").awaitAccepted("a");
        }
    }

    private void assigned() {
        tell(people.technician().id(), 3);
        TestEvents.sessionAssigned(people, people.technician().id(), 3);
        await().atMost(Duration.ofSeconds(15)).until(() -> read(people.technician()) == 200);
    }

    private void transferred() {
        tell(next.id(), 4);
        TestEvents.sessionAssigned(people, next.id(), 4);
    }

    /** What the session service answers from now on. */
    private void tell(String staff, long version) {
        SessionServiceStandIn.tell(
                people.organisation(), people.session(), people.customer().id(), staff, "active", version);
    }

    private int read(TestToken caller) {
        return given().auth()
                .oauth2(caller.sign())
                .get("/api/support/chat/" + people.session() + "/messages")
                .statusCode();
    }
}
