package dev.remotesupport.chat.canned;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CannedAnswerResourceTest {

    private static final String PATH = "/api/support/canned-answers";

    private final UUID organisation = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final TestToken lead = TestTokens.staff(organisation, "team_lead");
    private final TestToken support = TestTokens.staff(organisation, "support");

    @Test
    void whatALeadWritesAllStaffUses() {
        add("Refund", "Hello {{customer.name}}!", null)
                .statusCode(201)
                .body("id", notNullValue())
                .body("code", equalTo("refund"))
                .body("teamId", nullValue());

        list(support).body("items.code", contains("refund")).body("items.text", contains("Hello {{customer.name}}!"));
        list(TestTokens.staff(UUID.randomUUID(), "admin")).body("items", empty());
    }

    @Test
    void aCodeIsUniqueInItsTeamAndAmongThoseOfEverybody() {
        add("hi", "Hello", null).statusCode(201);
        add("hi", "Hello from the team", team).statusCode(201);

        add("HI", "Hello again", null).statusCode(409).body("code", equalTo("code-taken"));
        add("hi", "Hello again", team).statusCode(409);
        add("hi", "Hello again", UUID.randomUUID()).statusCode(201);
    }

    @Test
    void itIsChangedAndRemoved() {
        var id = add("hi", "Hello", null).extract().<String>path("id");
        add("bye", "Goodbye", null).statusCode(201);

        put(id, "hello", "Hello {{staff.name}}").statusCode(200).body("code", equalTo("hello"));
        put(id, "bye", "Hello").statusCode(409).body("code", equalTo("code-taken"));
        as(lead).delete(PATH + "/" + id).then().statusCode(204);

        as(lead).delete(PATH + "/" + id).then().statusCode(404).body("code", equalTo("canned-answer-unknown"));
        put(id, "hello", "Hello").statusCode(404);
        list(support).body("items.code", contains("bye"));
    }

    @Test
    void ofAnotherOrganisationItIsUnknown() {
        var id = add("hi", "Hello", null).extract().<String>path("id");
        var other = TestTokens.staff(UUID.randomUUID(), "super_admin");

        as(other).delete(PATH + "/" + id).then().statusCode(404);
        list(support).body("items.code", contains("hi"));
    }

    @Test
    void supportStaffWritesNone() {
        as(support)
                .contentType(ContentType.JSON)
                .body(body("hi", "Hello", null))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ä", "/hi", "-hi", "a23456789012345678901234567890123"})
    void codesAreShortAndPlain(String code) {
        add(code, "Hello", null).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "nul\u0000",
                "Hello {{customer.nam}}",
                "Hello {{ customer.name }}",
                "Hello {{staff.name",
                "Hello {{customer.name|}}",
                "Hello {{customer.name|a|b}}",
                "Hello {{customer.name|a{b}}",
                "Hello {{customer.nam|there}}"
            })
    void textsThatSayNothingOrHaveUnknownVariablesAreRefused(String text) {
        add("hi", text, null).statusCode(400);
    }

    @Test
    void aVariableMayHaveSomethingForTheNameless() {
        add("hi", "Hello {{customer.name|dear customer}}!", null)
                .statusCode(201)
                .body("text", equalTo("Hello {{customer.name|dear customer}}!"));
    }

    @Test
    void textsAreBoundedInCharactersAndNotInBytes() {
        add("long", "👋".repeat(2_000), null).statusCode(201);
        add("longer", "a".repeat(2_001), null).statusCode(400).body("code", equalTo("text-not-allowed"));
    }

    private ValidatableResponse add(String code, String text, UUID teamId) {
        return as(lead).contentType(ContentType.JSON)
                .body(body(code, text, teamId))
                .post(PATH)
                .then();
    }

    private ValidatableResponse put(String id, String code, String text) {
        return as(lead).contentType(ContentType.JSON)
                .body(body(code, text, null))
                .put(PATH + "/" + id)
                .then();
    }

    private static HashMap<String, Object> body(String code, String text, UUID teamId) {
        var body = new HashMap<String, Object>();
        body.put("code", code);
        body.put("text", text);
        body.put("teamId", teamId);
        return body;
    }

    private static ValidatableResponse list(TestToken caller) {
        return as(caller).get(PATH).then().statusCode(200);
    }

    private static RequestSpecification as(TestToken caller) {
        return given().auth().oauth2(caller.sign());
    }
}
