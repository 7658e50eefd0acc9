package dev.remotesupport.chat.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class SearchResourceTest {

    @Inject
    WordLog words;

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken lead = TestTokens.staff(people.organisation(), "team_lead");
    private ChatTestClient customer;

    @BeforeEach
    void open() {
        customer = ChatTestClient.enter(people.customerToken(), null);
    }

    @AfterEach
    void close() {
        customer.close();
    }

    @Test
    void aMessageIsFoundByItsWordsWithTheirPlaces() {
        said("My card was charged twice.");

        awaitFound(lead, "charged card", 1)
                .body("items[0].sessionId", equalTo(people.session().toString()))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].name", equalTo("Maya"))
                .body("items[0].seat", equalTo("customer"))
                .body("items[0].snippet", equalTo("My card was charged twice."))
                .body("items[0].marks.from", contains(3, 12))
                .body("items[0].marks.to", contains(7, 19))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGED, 1",
        "charg, 1",
        "\"charged twice\", 1",
        "\"twice charged\", 0",
        "card -twice, 1",
        "refund or twice, 2",
        "-\"charged twice\" card, 1",
        "rged, 0"
    })
    void howItIsAskedFor(String query, int hits) {
        said("My card was charged twice.");
        said("Refund the card, please.");
        awaitFound(lead, "card", 2);

        search(lead, query).body("items", hasSize(hits));
    }

    @Test
    void pagesFollowEachOtherTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            said("refund number " + i);
        }
        awaitFound(lead, "refund", 5);

        var first = page("").body("items.sequence", contains(5, 4)).extract().<String>path("next");
        var second =
                page(first).body("items.sequence", contains(3, 2)).extract().<String>path("next");
        page(second).body("items.sequence", contains(1)).body("next", nullValue());
    }

    @Test
    void supportStaffFindsItsOwnConversationsAndOthersNothing() {
        var colleague = TestTokens.staff(people.organisation(), "support");
        said("refund");
        TestEvents.sessionAssigned(people);

        awaitFound(lead, "refund", 1);
        awaitFound(people.technician(), "refund", 1);
        search(colleague, "refund").body("items", empty());
        search(TestTokens.staff(TestPeople.inNewSession().organisation(), "super_admin"), "refund")
                .body("items", empty());
    }

    @Test
    void leadsFindWhatTheirTeamsHaveAndOthersAboveEverything() {
        said("refund");
        TestEvents.sessionAssigned(people);
        SessionServiceStandIn.tellLed(people.organisation(), "somebody-else");
        awaitFound(people.technician(), "refund", 1);

        search(lead, "refund").body("items", empty());
        search(TestTokens.staff(people.organisation(), "supervisor"), "refund").body("items", hasSize(1));
        SessionServiceStandIn.tellLed(people.organisation(), people.technician().id());
        search(lead, "refund").body("items", hasSize(1));
    }

    @Test
    void notesAreFoundByStaffAlone() {
        var key = TestTokens.apiKey(people.organisation(), "chat:read");
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.sendNote("n", "refund is a goodwill").awaitAccepted("n");
        }

        awaitFound(lead, "goodwill", 1);
        search(key, "goodwill").body("items", empty());
    }

    @Test
    void customersDoNotSearch() {
        given().auth()
                .oauth2(people.customer().sign())
                .queryParam("q", "refund")
                .get("/api/support/chat/search")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?!", "...", "\"\"", "-", "\u0000"})
    void withoutAWordThereIsNothingToSearchFor(String query) {
        given().auth()
                .oauth2(lead.sign())
                .queryParam("q", query)
                .get("/api/support/chat/search")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE message; --", "a & | ! b", "<script>", ":*", "a:*b <-> c", "((((", "\\'"})
    void whateverIsTypedIsOnlyWords(String query) {
        search(lead, "x " + query).body("items", empty());
    }

    @Test
    void anAfterThatIsNoneOfOursIsRefused() {
        given().auth()
                .oauth2(lead.sign())
                .queryParam("q", "refund")
                .queryParam("after", "nonsense")
                .get("/api/support/chat/search")
                .then()
                .statusCode(400)
                .body("detail", containsString("after"));
    }

    @Test
    void whatACrashLeftOutIsTakenInLater() throws SQLException {
        said("refund");
        awaitFound(lead, "refund", 1);
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM chat.message_words WHERE conversation_id = '" + people.session() + "'");
            statement.execute("DELETE FROM chat.words_known WHERE conversation_id = '" + people.session() + "'");
        }
        search(lead, "refund").body("items", empty());

        words.lookForMissing().await().indefinitely();

        search(lead, "refund").body("items", hasSize(1));
    }

    private void said(String text) {
        var id = "m" + Math.abs(text.hashCode()) + System.nanoTime();
        customer.send(id, text).awaitAccepted(id);
    }

    @CanIgnoreReturnValue
    private ValidatableResponse awaitFound(TestToken caller, String query, int hits) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> search(caller, query).body("items", hasSize(hits)));
        return search(caller, query);
    }

    private ValidatableResponse page(String after) {
        var request =
                given().auth().oauth2(lead.sign()).queryParam("q", "refund").queryParam("limit", 2);
        return (after.isEmpty() ? request : request.queryParam("after", after))
                .get("/api/support/chat/search")
                .then()
                .statusCode(200)
                .body("items", notNullValue());
    }

    private static ValidatableResponse search(TestToken caller, String query) {
        return given().auth()
                .oauth2(caller.sign())
                .queryParam("q", query)
                .get("/api/support/chat/search")
                .then()
                .statusCode(200);
    }
}
