package dev.remotesupport.chat.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class SessionProjectionTest {

    /** The stand-in of the session service knows nothing of it: only events tell. */
    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void whoIsAssignedMayReadWithoutAskingTheSessionService() {
        TestEvents.sessionAssigned(people);

        awaitStatus(people.technician(), 200);
    }

    @Test
    void theEndOfASessionClosesItsConversationForAllSockets() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            customer.send("a", "hello");
            customer.awaitAccepted("a");

            TestEvents.sessionEnded(people);

            customer.awaitEnded();
            technician.awaitEnded();
            customer.send("a", "hello");
            customer.send("b", "anybody there?");
            customer.awaitAccepted("a");
            assertThat(customer.awaitRefused("b").code()).isEqualTo("session-ended");
        }
    }

    private void awaitStatus(TestToken caller, int status) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().auth()
                        .oauth2(caller.sign())
                        .get("/api/support/chat/" + people.session() + "/messages")
                        .then()
                        .statusCode(status));
    }
}
