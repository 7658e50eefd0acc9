package dev.remotesupport.chat.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class NotesTest {

    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void aNoteReachesStaffAndNeverTheCustomersSocket() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.sendNote("note", "Third call this week.").awaitAccepted("note");
            technician.send("answer", "Let me look.").awaitAccepted("answer");

            assertThat(technician.awaitSeen(2).getFirst().internal()).isTrue();
            assertThat(customer.awaitSeen(2)).extracting(ChatMessage::text).containsExactly("Let me look.");
            assertThat(customer.awaitSeen(2).getFirst().internal()).isNull();
        }
    }

    @Test
    void aCustomerWhoComesBackIsToldWhereItIsCompleteAndNothingOfTheNotes() {
        conversationWithNotesAtBothEnds();

        try (var customer = ChatTestClient.enter(people.customerToken(), 0L)) {
            assertThat(customer.awaitSeen(2)).extracting(ChatMessage::text).containsExactly("Let me look.");
            customer.say(new ChatFromClient.ChatFetch(2));

            var page = customer.await(
                    ChatFromServer.ChatMessages.class, frame -> frame.messages().isEmpty());
            assertThat(page.through()).isEqualTo(3);
            assertThat(customer.seen()).noneMatch(ChatMessage::forStaffAlone);
        }
    }

    @Test
    void aTechnicianWhoComesBackSeesTheNotes() {
        conversationWithNotesAtBothEnds();

        try (var technician = ChatTestClient.enter(people.technicianToken(), 0L)) {
            technician.awaitSeen(3);
            assertThat(technician.sequences()).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void historyOverRestLeavesNotesOutForEverybodyButStaff() {
        conversationWithNotesAtBothEnds();
        var key = TestTokens.apiKey(people.organisation(), "chat:read");

        history(people.customer(), "").body("items.sequence", contains(2));
        history(people.customer(), "?before=3").body("items.sequence", contains(2));
        history(key, "").body("items.sequence", contains(2));
        history(TestTokens.staff(people.organisation(), "supervisor"), "").body("items", hasSize(3));
    }

    @Test
    void aCustomersNoteIsRefused() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.sendNote("n", "for nobody");

            assertThat(customer.awaitRefused("n").code()).isEqualTo("note-not-allowed");
        }
        post(as(people.customer())).then().statusCode(403).body("code", equalTo("note-not-allowed"));
    }

    @Test
    void staffWriteNotesOverRestToo() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("a", "hello").awaitAccepted("a");
        }

        post(as(TestTokens.staff(people.organisation(), "supervisor"))).then().statusCode(201);

        history(people.customer(), "").body("items", hasSize(1));
    }

    @Test
    void anApiKeyWritesNoNotes() {
        var key = TestTokens.apiKey(people.organisation(), "chat:write");
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("a", "hello").awaitAccepted("a");
        }

        post(as(key)).then().statusCode(403).body("code", equalTo("note-not-allowed"));
    }

    private void conversationWithNotesAtBothEnds() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.sendNote("n1", "Third call this week.").awaitAccepted("n1");
            technician.send("m", "Let me look.").awaitAccepted("m");
            technician.sendNote("n2", "Refund is due.").awaitAccepted("n2");
            customer.awaitSeen(2);
        }
    }

    private Response post(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("sessionId", people.session(), "message", "A note.", "internal", true))
                .post("/api/support/chat/message");
    }

    private ValidatableResponse history(TestToken caller, String query) {
        return as(caller)
                .get("/api/support/chat/" + people.session() + "/messages" + query)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(TestToken caller) {
        return given().auth().oauth2(caller.sign());
    }
}
