package dev.remotesupport.gateway.key;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.member;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestOrganisation;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class ApiKeyResourceTest {

    @Test
    void keyIsShownOnceAndExchangedForAShortTokenWithItsScopes() {
        var organisation = organisation("team");
        String key = make(organisation, "sessions:read").getString("secret");

        String passedOn =
                as(key).get("/api/sessions").then().statusCode(200).extract().path("headers.authorization");

        var claims = claims(passedOn);
        assertThat(claims.getString("kind")).isEqualTo("api_key");
        assertThat(claims.getString("org")).isEqualTo(organisation.id().toString());
        assertThat(claims.getList("scopes")).isEqualTo(List.of("sessions:read"));
        assertThat(claims.getList("groups")).isEqualTo(List.of("api_key"));
        organisation
                .asAdmin()
                .get("/api/keys")
                .then()
                .body("items", hasSize(1))
                .body("items[0].secret", nullValue())
                .body("items[0].scopes", contains("sessions:read"));
    }

    @Test
    void wrongAndRemovedKeysAreRefused() {
        var organisation = organisation("team");
        var made = make(organisation, "sessions:read");
        String key = made.getString("secret");
        as(key).get("/api/sessions").then().statusCode(200);

        organisation
                .asAdmin()
                .delete("/api/keys/{id}", made.getString("id"))
                .then()
                .statusCode(204);

        for (var refused : List.of(key, key.substring(0, key.length() - 1) + "x", "rsk_nonsense")) {
            as(refused).get("/api/sessions").then().statusCode(401).body("code", equalTo("api-key-refused"));
        }
    }

    @Test
    void keyOfASuspendedOrganisationIsRefused() {
        var organisation = organisation("team");
        String key = make(organisation, "sessions:read").getString("secret");
        as(operator())
                .body(Map.of("suspended", true))
                .patch("/api/organisations/{id}", organisation.id())
                .then()
                .statusCode(200);

        var answer = as(key).get("/api/sessions").then();

        answer.statusCode(403).body("code", equalTo("organisation-suspended"));
    }

    @Test
    void keyManagesNoKeysAndNoStaff() {
        String key = make(organisation("team"), "sessions:read").getString("secret");

        as(key).get("/api/keys").then().statusCode(403);
        as(key).get("/api/staff").then().statusCode(403);
    }

    @Test
    void anotherOrganisationsKeyIsNotThere() {
        var made = make(organisation("team"), "sessions:read");

        var answer = organisation("team")
                .asAdmin()
                .delete("/api/keys/{id}", made.getString("id"))
                .then();

        answer.statusCode(404).body("code", equalTo("api-key-unknown"));
        as(made.getString("secret")).get("/api/sessions").then().statusCode(200);
    }

    @Test
    void unknownScopeIsNamedAndTheKnownAreListed() {
        var organisation = organisation("team");

        organisation.asAdmin().get("/api/keys/scopes").then().body("items.scope", hasItem("sessions:write"));
        organisation
                .asAdmin()
                .body(Map.of("name", "Key", "scopes", List.of("everything")))
                .post("/api/keys")
                .then()
                .statusCode(400)
                .body("code", equalTo("scope-unknown"));
        as(member(organisation, "supervisor")).get("/api/keys").then().statusCode(403);
    }

    private static JsonPath make(TestOrganisation organisation, String scope) {
        return organisation
                .asAdmin()
                .body(Map.of("name", "Order system", "scopes", List.of(scope)))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .body("secret", startsWith("rsk_"))
                .extract()
                .jsonPath();
    }

    private static JsonPath claims(String authorization) {
        var payload = authorization.substring(authorization.indexOf('.') + 1, authorization.lastIndexOf('.'));
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
