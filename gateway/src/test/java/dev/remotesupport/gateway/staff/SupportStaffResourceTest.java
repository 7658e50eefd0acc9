package dev.remotesupport.gateway.staff;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.hire;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.member;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestOrganisation;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SupportStaffResourceTest {

    private static final String STAFF = "/api/admin/support/staff";

    private TestOrganisation organisation;

    @BeforeEach
    void foundOrganisation() {
        organisation = organisation("team");
    }

    @Test
    void memberIsAddedWithAccountAndProfileInOneCall() {
        String email = uniqueEmail();

        var added = adding(organisation.admin(), email, "support", Map.of("chatLimit", 4, "skills", List.of("dutch")));

        added.statusCode(201)
                .body("email", equalTo(email))
                .body("role", equalTo("support"))
                .body("chatLimit", equalTo(4))
                .body("skills", contains("dutch"))
                .body("initialPassword", nullValue());
        loggingIn(email, PASSWORD).statusCode(200);
        organisation
                .asAdmin()
                .get(STAFF)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.email == '%s' }.chatLimit".formatted(email), equalTo(4))
                .body("items.find { it.email == '%s' }.chatLimit".formatted(organisation.adminEmail()), nullValue());
    }

    @Test
    void passwordIsMadeAndShownOnceWhereNoneIsGiven() {
        String email = uniqueEmail();

        String password = organisation
                .asAdmin()
                .body(Map.of("email", email, "name", "Ada", "role", "support"))
                .post(STAFF)
                .then()
                .statusCode(201)
                .extract()
                .path("initialPassword");

        loggingIn(email, password).statusCode(200);
        organisation.asAdmin().get(STAFF).then().body("items.initialPassword", not(hasItem(password)));
    }

    @Test
    void whatIsAbsentFromAChangeStays() {
        String email = uniqueEmail();
        String id = adding(organisation.admin(), email, "support", Map.of())
                .extract()
                .path("id");

        var changed = changing(organisation.admin(), id, Map.of("role", "team_lead", "callLimit", 1));

        changed.statusCode(200)
                .body("email", equalTo(email))
                .body("name", equalTo("Member"))
                .body("role", equalTo("team_lead"))
                .body("callLimit", equalTo(1));
        loggingIn(email, PASSWORD).statusCode(200).body("user.role", equalTo("team_lead"));
    }

    @Test
    void addressOfSomebodyElseIsRefused() {
        String id = hire(organisation, uniqueEmail(), "support");

        changing(organisation.admin(), id, Map.of("email", organisation.adminEmail()))
                .statusCode(409)
                .body("code", equalTo("email-taken"));
        adding(organisation.admin(), organisation.adminEmail(), "support", Map.of())
                .statusCode(409)
                .body("code", equalTo("email-taken"));
    }

    @Test
    void nothingHappensWhenTheProfileCannotBeKept() {
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        var away = Map.of("skills", List.of("silence"), "password", "another long password");
        String newcomer = uniqueEmail();

        changing(organisation.admin(), id, away)
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-away"));
        adding(organisation.admin(), newcomer, "support", away).statusCode(503);
        adding(organisation.admin(), newcomer, "support", Map.of("teamIds", List.of(UUID.randomUUID())))
                .statusCode(404)
                .body("code", equalTo("team-unknown"));

        loggingIn(email, PASSWORD).statusCode(200);
        organisation.asAdmin().get(STAFF).then().body("items.email", not(hasItem(newcomer)));
    }

    @Test
    void supervisorManagesSupportStaffAndNobodyAbove() {
        String supervisor = member(organisation, "supervisor");
        String lead = hire(organisation, uniqueEmail(), "team_lead");

        String id = adding(supervisor, uniqueEmail(), "support", Map.of())
                .statusCode(201)
                .extract()
                .path("id");

        adding(supervisor, uniqueEmail(), "team_lead", Map.of()).statusCode(403).body("code", equalTo("role-too-high"));
        changing(supervisor, id, Map.of("role", "supervisor")).statusCode(403);
        changing(supervisor, lead, Map.of("password", "another long password")).statusCode(403);
        as(supervisor).delete(STAFF + "/{id}", lead).then().statusCode(403);
        as(supervisor).delete(STAFF + "/{id}", id).then().statusCode(204);
    }

    @Test
    void teamLeadsAndCustomersAreNotPermitted() {
        as(member(organisation, "team_lead")).get(STAFF).then().statusCode(403).body("code", equalTo("not-permitted"));
        json().get(STAFF).then().statusCode(401);
    }

    @Test
    void systemManagesStaffUpToAdminsWithTheScope() {
        as(apiKey("staff:read")).get(STAFF).then().statusCode(200);
        adding(apiKey("staff:read"), uniqueEmail(), "support", Map.of()).statusCode(403);
        adding(apiKey("staff:write"), uniqueEmail(), "admin", Map.of()).statusCode(201);
        adding(apiKey("staff:write"), uniqueEmail(), "super_admin", Map.of())
                .statusCode(403)
                .body("code", equalTo("role-too-high"));
    }

    @Test
    void removedMemberIsSignedOutAtOnce() {
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String cookie = loggingIn(email, PASSWORD).extract().cookie("rs_refresh");

        organisation.asAdmin().delete(STAFF + "/{id}", id).then().statusCode(204);

        json().header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .header("X-CSRF", "1")
                .cookie("rs_refresh", cookie)
                .post("/api/auth/refresh")
                .then()
                .statusCode(401)
                .body("code", equalTo("signed-out"));
    }

    @Test
    void lastSuperAdminStays() {
        String own = organisation.asAdmin().get("/api/auth/me").then().extract().path("id");

        changing(organisation.admin(), own, Map.of("role", "admin"))
                .statusCode(409)
                .body("code", equalTo("last-super-admin"));
        organisation
                .asAdmin()
                .delete(STAFF + "/{id}", own)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-super-admin"));
    }

    @Test
    void valuesOutOfBoundsAreNamed() {
        adding(organisation.admin(), "no address", "support", Map.of("chatLimit", 101, "skills", List.of("Two Words")))
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations", hasSize(3));
        adding(organisation.admin(), uniqueEmail(), "king", Map.of()).statusCode(400);
    }

    @Test
    void endlessNamesAreRefused() {
        var endless = Map.of("name", "x".repeat(10_000));
        String id = hire(organisation, uniqueEmail(), "support");

        adding(organisation.admin(), uniqueEmail(), "support", endless)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations.field", contains("name"));
        changing(organisation.admin(), id, endless).statusCode(400).body("violations.field", contains("name"));
    }

    private static ValidatableResponse adding(String token, String email, String role, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", "Member", "email", email, "role", role, "password", PASSWORD));
        body.putAll(more);
        return as(token).body(body).post(STAFF).then();
    }

    private static ValidatableResponse changing(String token, String id, Map<String, ?> change) {
        return as(token).body(change).put(STAFF + "/{id}", id).then();
    }

    private String apiKey(String scope) {
        return organisation
                .asAdmin()
                .body(Map.of("name", "HR", "scopes", List.of(scope)))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }
}
