package dev.remotesupport.chat.masking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class MaskingResourceTest {

    private static final String CARD = "4111 1111 1111 1111";

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken supervisor = TestTokens.staff(people.organisation(), "supervisor");

    @Test
    void everythingBuiltInIsOnUntilSomebodySaysOtherwise() {
        request(supervisor)
                .get("/api/support/masking")
                .then()
                .statusCode(200)
                .body("rules", hasSize(Kind.values().length - 1))
                .body("rules[0].kind", equalTo("card"))
                .body("rules.enabled.every { it }", equalTo(true));
    }

    @Test
    void aMessageIsMaskedBeforeAnybodySeesItOverSocketAndRest() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {

            customer.send("one", "card " + CARD + ", pin 1234 😀");

            assertThat(technician.awaitSeen(1).getFirst().text()).isEqualTo("card •••• •••• •••• 1111, pin •••• 😀");
            request(supervisor)
                    .get("/api/support/chat/" + people.session() + "/messages")
                    .then()
                    .body("items[0].text", equalTo("card •••• •••• •••• 1111, pin •••• 😀"));
        }
    }

    @Test
    void changedRulesCountForTheNextMessage() {
        put(
                        Map.of("name", "Customers", "pattern", "CUST-\\d{6}"),
                        Map.of("name", "Codes", "kind", "one_time_code", "enabled", false))
                .statusCode(200)
                .body("rules.find { it.name == 'Codes' }.enabled", equalTo(false))
                .body("rules.find { it.name == 'Customers' }.pattern", equalTo("CUST-\\d{6}"));

        preview("CUST-123456 code 123456 pin 1234")
                .statusCode(200)
                .body("masked", equalTo("•••• code 123456 pin ••••"))
                .body("findings", hasSize(2))
                .body("findings[0].kind", equalTo("custom"))
                .body("findings[0].from", equalTo(0))
                .body("findings[0].to", equalTo(11));
    }

    @Test
    void anotherOrganisationKeepsItsOwnRules() {
        put(Map.of("name", "PINs", "kind", "pin", "enabled", false)).statusCode(200);

        var other = TestTokens.staff(UUID.randomUUID(), "supervisor");
        request(other)
                .body(Map.of("text", "pin 1234"))
                .post("/api/support/masking/preview")
                .then()
                .body("masked", equalTo("pin ••••"));
    }

    @Test
    void rulesThatCannotBeUsedAreRefusedWithAReason() {
        put(Map.of("name", "Broken", "pattern", "(")).statusCode(400).body("code", equalTo("rule-not-allowed"));
        put(Map.of("name", "Broken", "pattern", "(")).body("detail", containsString("Broken"));
        put(Map.of("name", "Unknown", "kind", "horoscope")).statusCode(400);
        put(Map.of("pattern", "x")).statusCode(400);
        put(Map.of("name", "Long", "pattern", "x".repeat(201))).statusCode(400);
        request(supervisor).body("{}").put("/api/support/masking").then().statusCode(400);
        preview("x".repeat(4001)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "team_lead"})
    void othersMayNeitherSeeNorChangeTheRules(String role) {
        var caller = TestTokens.staff(people.organisation(), role);
        request(caller).get("/api/support/masking").then().statusCode(403);
        request(caller)
                .body(Map.of("rules", List.of()))
                .put("/api/support/masking")
                .then()
                .statusCode(403);
        request(people.customer()).get("/api/support/masking").then().statusCode(403);
    }

    @CanIgnoreReturnValue
    private ValidatableResponse put(Map<?, ?>... rules) {
        return request(supervisor)
                .body(Map.of("rules", List.of(rules)))
                .put("/api/support/masking")
                .then();
    }

    private ValidatableResponse preview(String text) {
        return request(supervisor)
                .body(Map.of("text", text))
                .post("/api/support/masking/preview")
                .then();
    }

    private static io.restassured.specification.RequestSpecification request(TestToken caller) {
        return given().auth().oauth2(caller.sign()).contentType("application/json");
    }
}
