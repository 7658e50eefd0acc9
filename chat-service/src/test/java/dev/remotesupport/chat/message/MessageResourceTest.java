package dev.remotesupport.chat.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class MessageResourceTest {

    private final TestPeople people = TestPeople.inNewSession();

    @BeforeEach
    void theSessionIsKnown() {
        SessionServiceStandIn.tell(
                people.organisation(),
                people.session(),
                people.customer().id(),
                people.technician().id(),
                "active");
    }

    @Test
    void aMessagePostedIsSeenOnTheSocketAndInTheHistory() {
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {

            var id = post(people.customer(), "Hello <b>there</b> & \"you\" 👋")
                    .statusCode(201)
                    .body("sequence", equalTo(1))
                    .body("at", notNullValue())
                    .extract()
                    .<String>path("id");

            assertThat(technician.awaitSeen(1).getFirst().id()).hasToString(id);
            history(people.technician(), "")
                    .statusCode(200)
                    .body("last", equalTo(1))
                    .body("items[0].id", equalTo(id))
                    .body("items[0].conversationId", equalTo(people.session().toString()))
                    .body("items[0].text", equalTo("Hello <b>there</b> & \"you\" 👋"))
                    .body("items[0].type", equalTo("text"))
                    .body("items[0].sender.kind", equalTo("visitor"))
                    .body("items[0].sender.seat", equalTo("customer"))
                    .body("items[0].sender.name", equalTo("Maya"));
        }
    }

    @Test
    void theSameMessagePostedAgainIsStoredOnce() {
        var message = body("hello", Map.of("clientMessageId", "one"));
        var first = post(people.customer(), message).statusCode(201).extract().<String>path("id");

        post(people.customer(), message).statusCode(201).body("id", equalTo(first));

        history(people.customer(), "").body("items", hasSize(1));
    }

    @Test
    void theHistoryIsReadInPagesInBothDirections() {
        IntStream.rangeClosed(1, 7)
                .forEach(n -> post(people.customer(), "m" + n).statusCode(201));

        sequences("limit=3", List.of(1, 2, 3));
        sequences("after=3&limit=3", List.of(4, 5, 6));
        sequences("after=6&limit=3", List.of(7));
        sequences("after=7", List.of());
        sequences("before=8&limit=3", List.of(5, 6, 7));
        sequences("before=5&limit=3", List.of(2, 3, 4));
        sequences("before=2&limit=3", List.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "after=-1", "before=0"})
    void pagesOutOfBoundsAreRefused(String query) {
        history(people.customer(), query).statusCode(400).body("code", equalTo("invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"team_lead", "supervisor", "admin", "super_admin"})
    void leadsTakePartInWhatTheSessionServiceShowsThemAndOthersAboveInAll(String role) {
        takesPart(TestTokens.staff(people.organisation(), role));
    }

    @Test
    void aLeadOfAnotherTeamDoesNotTakePart() {
        post(people.customer(), "hello").statusCode(201);
        SessionServiceStandIn.hide(people.organisation(), people.session());

        refused(TestTokens.staff(people.organisation(), "team_lead"), 403, "not-a-participant");
        takesPart(TestTokens.staff(people.organisation(), "supervisor"));
        takesPart(people.technician());
    }

    @Test
    void theAssignedTechnicianTheCustomerAndApiKeysTakePart() {
        takesPart(people.technician());
        takesPart(people.customer());
        takesPart(TestTokens.apiKey(people.organisation(), "chat:read", "chat:write"));
        takesPart(TestTokens.participant(people.customer(), people.session(), UUID.randomUUID(), "customer", "tab"));
    }

    @Test
    void anApiKeyDoesWhatItsScopesSay() {
        var reader = TestTokens.apiKey(people.organisation(), "chat:read");
        var writer = TestTokens.apiKey(people.organisation(), "chat:write");

        post(writer, "hello").statusCode(201);
        history(reader, "").statusCode(200);
        post(reader, "hello").statusCode(403).body("code", equalTo("not-permitted"));
        history(writer, "").statusCode(403).body("code", equalTo("not-permitted"));
    }

    @Test
    void anotherTechnicianDoesNotTakePart() {
        refused(TestTokens.staff(people.organisation(), "support"), 403, "not-a-participant");
    }

    @Test
    void anotherCustomerDoesNotTakePart() {
        refused(TestTokens.visitor(people.organisation(), UUID.randomUUID()), 403, "not-a-participant");
        refused(TestTokens.customer(people.organisation(), UUID.randomUUID()), 403, "not-a-participant");
    }

    @Test
    void theTokenOfAnotherSessionDoesNotOpenThisOne() {
        refused(
                TestTokens.participant(people.customer(), UUID.randomUUID(), UUID.randomUUID(), "customer", "tab"),
                403,
                "not-a-participant");
    }

    @Test
    void anotherOrganisationFindsNothing() {
        post(people.customer(), "ours").statusCode(201);

        var stranger = TestTokens.staff(UUID.randomUUID(), "super_admin");
        history(stranger, "").statusCode(404);
    }

    @Test
    void operatorsAndTheUnknownAreKeptOut() {
        history(TestTokens.operator(), "").statusCode(403);
        given().get("/api/support/chat/" + people.session() + "/messages")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(people.customer().expired())
                .get("/api/support/chat/" + people.session() + "/messages")
                .then()
                .statusCode(401);
    }

    @Test
    void aSessionThatNobodyKnowsIsNotFound() {
        var unknown = new TestPeople(people.organisation(), UUID.randomUUID(), people.customer(), people.technician());

        post(people.customer(), Map.of("sessionId", unknown.session(), "message", "hello"))
                .statusCode(404)
                .body("code", equalTo("conversation-unknown"));
    }

    @Test
    void aMessageToAnEndedSessionIsRefused() {
        SessionServiceStandIn.tell(
                people.organisation(), people.session(), people.customer().id(), null, "ended");

        post(people.customer(), "too late").statusCode(409).body("code", equalTo("session-ended"));
        history(people.customer(), "").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whatCannotBeSentIsRefusedWithAReason() {
        post(people.customer(), Map.of("sessionId", people.session())).statusCode(400);
        post(people.customer(), Map.of("message", "to nobody")).statusCode(400);
        post(people.customer(), body("", Map.of())).statusCode(400).body("violations[0].field", equalTo("message"));
        post(people.customer(), body("x".repeat(4001), Map.of())).statusCode(400);
        post(people.customer(), body("a", Map.of("clientMessageId", "no spaces, please")))
                .statusCode(400);
        post(people.customer(), body("cat.png", Map.of("messageType", "image")))
                .statusCode(400)
                .body("code", equalTo("attachment-needed"));
        post(people.customer(), body("\u0000\u0007", Map.of()))
                .statusCode(400)
                .body("code", equalTo("text-not-allowed"));
        given().auth()
                .oauth2(people.customer().sign())
                .contentType("application/json")
                .body("{\"sessionId\":")
                .post("/api/support/chat/message")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private void takesPart(TestToken caller) {
        post(caller, "may I?").statusCode(201);
        history(caller, "").statusCode(200);
    }

    private void refused(TestToken caller, int status, String code) {
        post(caller, "may I?").statusCode(status).body("code", equalTo(code));
        history(caller, "").statusCode(status).body("code", equalTo(code));
    }

    private void sequences(String query, List<Integer> expected) {
        history(people.technician(), query)
                .statusCode(200)
                .body("items.sequence", equalTo(expected))
                .body("last", equalTo(7));
    }

    @CanIgnoreReturnValue
    private ValidatableResponse post(TestToken caller, String message) {
        return post(caller, body(message, Map.of()));
    }

    private Map<String, Object> body(String message, Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.put("sessionId", people.session());
        all.put("message", message);
        return all;
    }

    @CanIgnoreReturnValue
    private static ValidatableResponse post(TestToken caller, Map<String, ?> body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType("application/json")
                .body(body)
                .post("/api/support/chat/message")
                .then();
    }

    @CanIgnoreReturnValue
    private ValidatableResponse history(TestToken caller, String query) {
        return given().auth()
                .oauth2(caller.sign())
                .get("/api/support/chat/" + people.session() + "/messages" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
