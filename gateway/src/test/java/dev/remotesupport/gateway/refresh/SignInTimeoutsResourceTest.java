package dev.remotesupport.gateway.refresh;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.TestGateway.TestOrganisation;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SignInTimeoutsResourceTest {

    private static final TemporalUnitOffset A_MOMENT = within(20, ChronoUnit.SECONDS);

    @Inject
    SignInTimeouts timeouts;

    @Inject
    MeterRegistry meters;

    private TestOrganisation organisation;
    private ValidatableResponse login;

    @BeforeEach
    void signIn() {
        organisation = organisation("team");
        login = loggingIn(organisation.adminEmail(), PASSWORD);
    }

    @Test
    void logInTellsWhenItEnds() {
        assertThat(instant(login, "idleEndsAt")).isCloseTo(in(Duration.ofMinutes(30)), A_MOMENT);
        assertThat(instant(login, "sessionEndsAt")).isCloseTo(in(Duration.ofHours(12)), A_MOMENT);
    }

    @Test
    void backgroundRefreshKeepsNobodySignedInAndActivityDoes() throws SQLException {
        passTime("20 minutes");

        var background = refreshing(cookie(login), Map.of("active", false)).statusCode(200);
        assertThat(instant(background, "idleEndsAt")).isCloseTo(in(Duration.ofMinutes(10)), A_MOMENT);

        var active = refreshing(cookie(background), Map.of("active", true)).statusCode(200);
        assertThat(instant(active, "idleEndsAt")).isCloseTo(in(Duration.ofMinutes(30)), A_MOMENT);
        assertThat(instant(active, "sessionEndsAt"))
                .isCloseTo(in(Duration.ofHours(12).minusMinutes(20)), A_MOMENT);
    }

    @Test
    void whatIsDoneInOneTabCountsForTheOther() throws SQLException {
        passTime("20 minutes");
        refreshing(cookie(login), Map.of("active", true)).statusCode(200);

        var otherTab = refreshing(cookie(login), Map.of("active", false)).statusCode(200);

        assertThat(instant(otherTab, "idleEndsAt")).isCloseTo(in(Duration.ofMinutes(30)), A_MOMENT);
    }

    @Test
    void idleMemberIsSignedOutAndToldWhy() throws SQLException {
        double before = timedOut("idle");
        passTime("31 minutes");

        var answer = refreshing(cookie(login), Map.of("active", true));

        answer.statusCode(401).body("code", equalTo("session-idle"));
        refreshing(cookie(login), Map.of()).statusCode(401).body("code", equalTo("session-idle"));
        assertThat(timedOut("idle")).isGreaterThan(before);
    }

    @Test
    void nobodyStaysSignedInForLongerThanTheWholeLife() throws SQLException {
        passTime("12 hours", "1 minute");

        var answer = refreshing(cookie(login), Map.of("active", true));

        answer.statusCode(401).body("code", equalTo("session-over"));
    }

    @Test
    void tokenEndsWithTheSignIn() throws SQLException {
        passTime("28 minutes");

        var answer = refreshing(cookie(login), Map.of("active", false));

        answer.statusCode(200).body("expiresIn", lessThanOrEqualTo(120));
    }

    @Test
    void sweepEndsWhatNoBrowserAsksForAnyMore() throws Throwable {
        String other = cookie(loggingIn(organisation.adminEmail(), PASSWORD));
        sweep();
        double before = timedOut("idle");
        passTime("31 minutes");
        keepActive(other);

        sweep();

        assertThat(timedOut("idle"))
                .as("the log-in of this test, and the one that set it up")
                .isEqualTo(before + 2);
        assertThat(sweep()).isZero();
        refreshing(cookie(login), Map.of()).statusCode(401).body("code", equalTo("session-idle"));
        refreshing(other, Map.of()).statusCode(200);
    }

    @Test
    void meTellsTheBrowserItsEndsAndOthersNothing() {
        String token = login.extract().path("accessToken");

        var own = as(token)
                .cookie(RefreshCookie.NAME, cookie(login))
                .get("/api/auth/me")
                .then();
        var withoutCookie = as(token).get("/api/auth/me").then();
        var foreign = as(organisation("team").admin())
                .cookie(RefreshCookie.NAME, cookie(login))
                .get("/api/auth/me")
                .then();

        own.statusCode(200)
                .body("email", equalTo(organisation.adminEmail()))
                .body("organisation.id", equalTo(organisation.id().toString()));
        assertThat(instant(own, "idleEndsAt")).isCloseTo(in(Duration.ofMinutes(30)), A_MOMENT);
        withoutCookie.statusCode(200).body("idleEndsAt", nullValue());
        foreign.statusCode(200).body("sessionEndsAt", nullValue());
    }

    @CanIgnoreReturnValue
    private int sweep() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(timeouts::endAll);
    }

    private double timedOut(String reason) {
        return meters.counter("remote_support.sign_ins.timed_out", "reason", reason)
                .count();
    }

    private static ValidatableResponse refreshing(String cookie, Map<String, ?> body) {
        return json().header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .header("X-CSRF", "1")
                .cookie(RefreshCookie.NAME, cookie)
                .body(body)
                .post("/api/auth/refresh")
                .then();
    }

    private static String cookie(ValidatableResponse answer) {
        return answer.extract().cookie(RefreshCookie.NAME);
    }

    private static Instant instant(ValidatableResponse answer, String field) {
        return Instant.parse(answer.extract().path(field));
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    /** Lets this organisation's sign-ins begin, and their people act, that much longer ago. */
    private void passTime(String sinceLogIn) throws SQLException {
        passTime(sinceLogIn, sinceLogIn);
    }

    private void passTime(String sinceLogIn, String sinceActivity) throws SQLException {
        update(
                "UPDATE gateway.refresh_token SET began_at = began_at - ?::interval, active_at = active_at - ?::interval"
                        + " WHERE account_id IN (SELECT id FROM gateway.account WHERE organisation_id = ?)",
                sinceLogIn,
                sinceActivity,
                organisation.id());
    }

    private void keepActive(String cookie) throws SQLException {
        update("UPDATE gateway.refresh_token SET active_at = now() WHERE token_hash = ?", (Object)
                RandomSecret.hash(cookie));
    }

    private static void update(String sql, Object... values) throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
