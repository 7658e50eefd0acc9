package dev.remotesupport.chat.progress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class UnreadResourceTest {

    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void theCustomersMessagesSinceTheLastThatWasReadAreCounted() {
        TestEvents.sessionAssigned(people);
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            customer.send("a", "one").awaitAccepted("a");
            technician.send("b", "my own").awaitAccepted("b");
            technician.sendNote("c", "a note").awaitAccepted("c");
            customer.send("d", "two").awaitAccepted("d");
            customer.send("e", "three").awaitAccepted("e");
            technician.awaitSeen(5);

            awaitUnread(3, 0);
            technician.say(new ChatFromClient.ChatRead(4));

            awaitUnread(1, 4);
            unread(TestTokens.staff(people.organisation(), "support")).body("items", empty());
            unread(TestTokens.staff(TestPeople.inNewSession().organisation(), "admin"))
                    .body("items", empty());
        }
    }

    @Test
    void anEndedConversationCountsNoMore() {
        TestEvents.sessionAssigned(people);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("a", "one").awaitAccepted("a");
            awaitUnread(1, 0);

            TestEvents.sessionEnded(people);

            customer.awaitEnded();
        }
        unread(people.technician()).body("items", empty());
    }

    @Test
    void customersHaveNoUnreadCounts() {
        given().auth()
                .oauth2(people.customer().sign())
                .get("/api/support/chat/unread")
                .then()
                .statusCode(403);
    }

    private void awaitUnread(int count, int read) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> unread(people.technician())
                        .body("items", hasSize(1))
                        .body("items[0].sessionId", equalTo(people.session().toString()))
                        .body("items[0].read", equalTo(read))
                        .body("items[0].unread", equalTo(count)));
    }

    private static ValidatableResponse unread(TestToken caller) {
        return given().auth()
                .oauth2(caller.sign())
                .get("/api/support/chat/unread")
                .then()
                .statusCode(200);
    }
}
