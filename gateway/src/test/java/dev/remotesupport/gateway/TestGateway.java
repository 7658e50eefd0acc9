package dev.remotesupport.gateway;

import static io.restassured.RestAssured.given;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Steps that many tests begin with, taken through the API as anybody would. */
public final class TestGateway {

    public static final String PASSWORD = "correct horse battery";
    private static final String OPERATOR = "operator@example.com";

    private TestGateway() {}

    /** An organisation with its super admin signed in. */
    public record TestOrganisation(UUID id, String admin, String adminEmail) {

        public RequestSpecification asAdmin() {
            return as(admin);
        }
    }

    /** A site, as the answer that made it shows it. */
    public record TestSite(UUID id, String key, String secret) {}

    public static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String token) {
        return json().header("Authorization", "Bearer " + token);
    }

    public static String uniqueEmail() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }

    /** Signs the operator in, after setting the installation up if nobody has yet. */
    public static String operator() {
        if (json().get("/api/setup").then().extract().jsonPath().getBoolean("open")) {
            json().body(Map.of(
                            "setupToken",
                            TestSurroundings.SETUP_TOKEN,
                            "email",
                            OPERATOR,
                            "password",
                            PASSWORD,
                            "name",
                            "Operator"))
                    .post("/api/setup")
                    .then()
                    .statusCode(201);
        }
        return login(OPERATOR);
    }

    public static TestOrganisation organisation(String plan) {
        String operator = operator();
        String id = as(operator)
                .body(Map.of("name", "Organisation " + UUID.randomUUID(), "plan", plan))
                .post("/api/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String email = uniqueEmail();
        as(operator)
                .body(Map.of("name", "Super admin", "email", email, "password", PASSWORD))
                .post("/api/organisations/{id}/admins", id)
                .then()
                .statusCode(201);
        return new TestOrganisation(UUID.fromString(id), login(email), email);
    }

    /** Signs in and answers the access token. */
    public static String login(String email) {
        return loggingIn(email, PASSWORD).statusCode(200).extract().path("accessToken");
    }

    @CanIgnoreReturnValue
    public static ValidatableResponse loggingIn(String email, String password) {
        return json().body(Map.of("email", email, "password", password))
                .post("/api/auth/login")
                .then();
    }

    /** Makes a member and answers the id. */
    public static String hire(TestOrganisation organisation, String email, String role) {
        return organisation
                .asAdmin()
                .body(Map.of("name", "Member", "email", email, "role", role, "password", PASSWORD))
                .post("/api/staff")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String member(TestOrganisation organisation, String role) {
        String email = uniqueEmail();
        String id = hire(organisation, email, role);
        return id.isEmpty() ? "" : login(email);
    }

    public static TestSite site(TestOrganisation organisation, String... origins) {
        var made = organisation
                .asAdmin()
                .body(Map.of("name", "Shop", "allowedOrigins", List.of(origins)))
                .post("/api/sites")
                .then()
                .statusCode(201)
                .extract();
        return new TestSite(UUID.fromString(made.path("id")), made.path("siteKey"), made.path("siteSecret"));
    }

    @CanIgnoreReturnValue
    public static ValidatableResponse meeting(TestSite site, String origin, Map<String, String> more) {
        var body = new HashMap<String, String>(more);
        body.put("siteKey", site.key());
        return json().header("Origin", origin).body(body).post("/api/visitors").then();
    }

    public static String visitor(TestSite site, String origin) {
        return meeting(site, origin, Map.of()).statusCode(200).extract().path("accessToken");
    }
}
