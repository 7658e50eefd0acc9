package dev.remotesupport.gateway.login;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway;
import dev.remotesupport.gateway.refresh.RefreshCookie;
import dev.remotesupport.testkit.TestDatabase;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class AuthResourceTest {

    @Test
    void loginAnswersTokenUserAndStrictCookie() {
        var organisation = organisation("team");

        var answer = loggingIn(organisation.adminEmail(), PASSWORD);

        answer.statusCode(200)
                .body("accessToken", notNullValue())
                .body("expiresIn", equalTo(300))
                .body("user.role", equalTo("super_admin"))
                .body("user.kind", equalTo("staff"))
                .body("user.organisation.id", equalTo(organisation.id().toString()))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("Set-Cookie", containsString("Path=/api/auth"));
    }

    @Test
    void wrongPasswordAndUnknownEmailAreAnsweredTheSame() {
        var organisation = organisation("team");

        var wrongPassword = loggingIn(organisation.adminEmail(), "not the password");
        var unknownEmail = loggingIn(uniqueEmail(), "not the password");

        for (var answer : new ValidatableResponse[] {wrongPassword, unknownEmail}) {
            answer.statusCode(401)
                    .body("code", equalTo("login-failed"))
                    .body("detail", equalTo("Check both; capital letters count."));
        }
    }

    @Test
    void refreshRotatesTheCookie() {
        var organisation = organisation("team");
        String first = cookie(loggingIn(organisation.adminEmail(), PASSWORD));

        var refreshed = refreshing(first);

        String second = cookie(refreshed.statusCode(200));
        refreshing(second).statusCode(200).body("user.email", equalTo(organisation.adminEmail()));
    }

    @Test
    void twoTabsThatRaceBothStaySignedIn() {
        var organisation = organisation("team");
        String cookie = cookie(loggingIn(organisation.adminEmail(), PASSWORD));
        refreshing(cookie).statusCode(200);

        var secondTab = refreshing(cookie);

        secondTab.statusCode(200);
    }

    @Test
    void reusedRefreshTokenEndsTheWholeFamily() throws SQLException {
        var organisation = organisation("team");
        String stolen = cookie(loggingIn(organisation.adminEmail(), PASSWORD));
        String current = cookie(refreshing(stolen).statusCode(200));
        passTheGrace();

        var reuse = refreshing(stolen);

        reuse.statusCode(401).body("code", equalTo("signed-out"));
        refreshing(current).statusCode(401).body("code", equalTo("signed-out"));
    }

    @Test
    void logoutEndsTheSession() {
        var organisation = organisation("team");
        String cookie = cookie(loggingIn(organisation.adminEmail(), PASSWORD));

        fromOwnPage()
                .cookie(RefreshCookie.NAME, cookie)
                .post("/api/auth/logout")
                .then()
                .statusCode(204);

        refreshing(cookie).statusCode(401);
    }

    @Test
    void refreshWithoutCsrfHeaderIsRefused() {
        var organisation = organisation("team");
        String cookie = cookie(loggingIn(organisation.adminEmail(), PASSWORD));

        var answer = json().header("Origin", ownOrigin())
                .cookie(RefreshCookie.NAME, cookie)
                .post("/api/auth/refresh")
                .then();

        answer.statusCode(403).body("code", equalTo("csrf"));
    }

    @Test
    void refreshFromAnotherOriginIsRefused() {
        var organisation = organisation("team");
        String cookie = cookie(loggingIn(organisation.adminEmail(), PASSWORD));

        var answer = json().header("Origin", "https://evil.example")
                .header("X-CSRF", "1")
                .cookie(RefreshCookie.NAME, cookie)
                .post("/api/auth/refresh")
                .then();

        answer.statusCode(403).body("code", equalTo("csrf"));
    }

    @Test
    void loginFromAnotherSiteIsRefused() {
        var organisation = organisation("team");

        var answer = json().header("Origin", "https://evil.example")
                .body(Map.of("email", organisation.adminEmail(), "password", PASSWORD))
                .post("/api/auth/login")
                .then();

        answer.statusCode(403).body("code", equalTo("origin-refused"));
    }

    @Test
    void suspendedOrganisationIsLockedOutUntilItIsLetInAgain() {
        var organisation = organisation("team");
        String cookie = cookie(loggingIn(organisation.adminEmail(), PASSWORD));

        suspend(organisation, true);

        loggingIn(organisation.adminEmail(), PASSWORD).statusCode(403).body("code", equalTo("organisation-suspended"));
        refreshing(cookie).statusCode(403).body("code", equalTo("organisation-suspended"));
        suspend(organisation, false);
        loggingIn(organisation.adminEmail(), PASSWORD).statusCode(200);
    }

    @Test
    void changedPasswordSignsOutEverywhere() {
        var organisation = organisation("team");
        var login = loggingIn(organisation.adminEmail(), PASSWORD);
        String token = login.extract().path("accessToken");
        // Tokens tell whole seconds.
        var next = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> !Instant.now().isBefore(next));

        as(token)
                .body(Map.of("currentPassword", PASSWORD, "newPassword", "another long password"))
                .post("/api/auth/password")
                .then()
                .statusCode(204);

        as(token).get("/api/auth/me").then().statusCode(401).body("code", equalTo("signed-out"));
        refreshing(cookie(login)).statusCode(401);
        loggingIn(organisation.adminEmail(), PASSWORD).statusCode(401);
        String after = loggingIn(organisation.adminEmail(), "another long password")
                .statusCode(200)
                .extract()
                .path("accessToken");
        as(after).get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void meNeedsAToken() {
        json().get("/api/auth/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
        as("not.a.token").get("/api/auth/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
        as(organisation("team").admin())
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("role", equalTo("super_admin"));
    }

    private static void suspend(TestGateway.TestOrganisation organisation, boolean suspended) {
        as(TestGateway.operator())
                .body(Map.of("suspended", suspended))
                .patch("/api/organisations/{id}", organisation.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refreshing(String cookie) {
        return fromOwnPage()
                .cookie(RefreshCookie.NAME, cookie)
                .post("/api/auth/refresh")
                .then();
    }

    private static RequestSpecification fromOwnPage() {
        return json().header("Origin", ownOrigin()).header("X-CSRF", "1");
    }

    private static String ownOrigin() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static String cookie(ValidatableResponse answer) {
        return answer.extract().cookie(RefreshCookie.NAME);
    }

    /** Makes all that was used a moment ago used long ago. */
    private static void passTheGrace() throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE gateway.refresh_token SET used_at = used_at - interval '1 minute'");
        }
    }
}
