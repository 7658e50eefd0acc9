package dev.remotesupport.chat.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class PreviewResourceTest {

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken anybody = TestTokens.staff(people.organisation(), "support");

    @Test
    void staffSeeTheLastOfWhatAWaitingCustomerWrote() {
        waits(true);
        write("My card 4111 1111 1111 1111 was charged twice.");
        IntStream.rangeClosed(2, 12).forEach(n -> write("m" + n));

        preview(anybody)
                .statusCode(200)
                .body("items.sequence", contains(3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
                .body("items[9].text", equalTo("m12"))
                .body("items[9].sender.name", equalTo("Maya"));
    }

    @Test
    void whatIsSecretIsMaskedAndNotesAreShownAsInTheConversation() {
        waits(true);
        write("My card 4111 1111 1111 1111 was charged twice.");
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.sendNote("note", "Third time this week.").awaitAccepted("note");
        }

        preview(anybody)
                .body("items[0].text", equalTo("My card •••• •••• •••• 1111 was charged twice."))
                .body("items[0].masked", equalTo(true))
                .body("items[1].text", equalTo("Third time this week."))
                .body("items[1].internal", equalTo(true));
    }

    @Test
    void whoHasWrittenNothingYetHasAnEmptyPreview() {
        waits(true);

        preview(anybody).statusCode(200).body("items", empty());
    }

    @Test
    void nobodySeesWhatWaitsForOthersOrNoMore() {
        write("hello");
        waits(false);

        preview(anybody).statusCode(403).body("code", equalTo("not-a-participant"));
    }

    @Test
    void nobodyElseHasAPreview() {
        write("hello");
        waits(true);

        preview(people.customer()).statusCode(403).body("code", equalTo("not-permitted"));
        preview(TestTokens.apiKey(people.organisation(), "chat:read")).statusCode(403);
        preview(TestTokens.operator()).statusCode(403);
        preview(TestTokens.staff(UUID.randomUUID(), "super_admin"))
                .statusCode(404)
                .body("code", equalTo("conversation-unknown"));
        given().get(path()).then().statusCode(401);
    }

    private void waits(boolean waits) {
        SessionServiceStandIn.tellWaits(people.organisation(), people.session(), waits);
    }

    private void write(String text) {
        SessionServiceStandIn.tell(
                people.organisation(), people.session(), people.customer().id(), null, "queued");
        given().auth()
                .oauth2(people.customer().sign())
                .contentType("application/json")
                .body(Map.of("sessionId", people.session(), "message", text))
                .post("/api/support/chat/message")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse preview(TestToken caller) {
        return given().auth().oauth2(caller.sign()).get(path()).then();
    }

    private String path() {
        return "/api/support/chat/" + people.session() + "/preview";
    }
}
