package dev.remotesupport.chat.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class SecretInPartsTest {

    private static final String FIRST = "my card is ••••";
    private static final String REST = "•••• •••• •••• 1111 thanks";

    private final TestPeople people = TestPeople.inNewSession();
    private ChatTestClient customer;
    private int sent;

    @BeforeEach
    void open() {
        SessionServiceStandIn.tell(
                people.organisation(),
                people.session(),
                people.customer().id(),
                people.technician().id(),
                "active");
        customer = ChatTestClient.enter(people.customerToken(), null);
    }

    @AfterEach
    void close() {
        customer.close();
    }

    @Test
    void noPartIsStoredReadOrSentAnyMore() throws SQLException {
        say("my card is 4111 1111");
        say("1111 1111 thanks");

        assertThat(stored()).containsExactly(FIRST, REST);
        history().body("items.text", contains(FIRST, REST)).body("items.masked", contains(true, true));
        try (var later = ChatTestClient.enter(people.technicianToken(), 0L)) {
            later.awaitSeen(2);
            assertThat(later.seen()).extracting(ChatMessage::text).containsExactly(FIRST, REST);
        }
    }

    @Test
    void whoeverHasTheFirstPartGetsItAgain() {
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            say("my card is 4111 1111");
            technician.awaitSeen(1);

            say("1111 1111 thanks");

            technician.awaitSeen(2);
            await().untilAsserted(() -> assertThat(technician.seen())
                    .filteredOn(message -> message.sequence() == 1)
                    .last()
                    .extracting(ChatMessage::text)
                    .isEqualTo(FIRST));
            assertThat(technician.seen())
                    .filteredOn(message -> message.sequence() == 2)
                    .extracting(ChatMessage::text)
                    .containsOnly(REST);
        }
    }

    @Test
    void theSearchForgetsTheFirstPart() {
        say("my card is 41111111");
        await().untilAsserted(() -> search("41111111").body("items", hasSize(1)));

        say("11111111 thanks");

        search("41111111").body("items", empty());
        search("card").body("items[0].snippet", equalTo(FIRST));
        await().untilAsserted(() -> search("thanks").body("items", hasSize(1)));
        search("11111111").body("items", empty());
    }

    @Test
    void aRestSentAgainChangesNothing() throws SQLException {
        say("my card is 4111 1111");
        say("1111 1111 thanks");
        customer.send("m2", "1111 1111 thanks");
        say("bye");

        assertThat(stored()).containsExactly(FIRST, REST, "bye");
    }

    @Test
    void phoneAndOrderNumbersStay() throws SQLException {
        var texts = List.of("+49 30 901820", "+49 30 901821", "order 4711001", "order 4711002", "2 items", "17:30");
        texts.forEach(this::say);

        assertThat(stored()).containsExactlyElementsOf(texts);
    }

    @Test
    void whatTheOtherSideSaysIsNoPart() throws SQLException {
        say("4111 1111");
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.send("t", "1111 1111").awaitAccepted("t");
        }

        assertThat(stored()).containsExactly("4111 1111", "1111 1111");
    }

    private void say(String text) {
        var id = "m" + ++sent;
        customer.send(id, text).awaitAccepted(id);
    }

    private List<String> stored() throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT array_agg(text ORDER BY sequence) FROM chat.message"
                        + " WHERE conversation_id = '" + people.session() + "'")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private ValidatableResponse history() {
        return given().auth()
                .oauth2(people.technician().sign())
                .get("/api/support/chat/" + people.session() + "/messages")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse search(String query) {
        return given().auth()
                .oauth2(TestTokens.staff(people.organisation(), "supervisor").sign())
                .queryParam("q", query)
                .get("/api/support/chat/search")
                .then()
                .statusCode(200);
    }
}
