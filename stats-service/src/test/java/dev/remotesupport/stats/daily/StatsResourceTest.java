package dev.remotesupport.stats.daily;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.stats.TestEvents;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class StatsResourceTest {

    private final TestEvents events = TestEvents.ofNewOrganisation();

    @BeforeEach
    void leadEverybody() {
        SessionServiceStandIn.leadsAll();
    }

    @Test
    void sessionsAndMessagesAreCountedByDay() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        publish(
                events.requested(one, "2026-05-03T23:59:59Z"),
                events.posted(one, 1, "2026-05-04T00:00:00Z"),
                events.posted(one, 2, "2026-05-04T00:10:00Z"),
                events.ended(one, "2026-05-04T00:20:00Z", 600),
                events.requested(two, "2026-05-04T09:00:00Z"),
                events.ended(two, "2026-05-06T09:00:00Z", 30));

        awaitTotalMessages(2);

        daily("from=2026-05-03&to=2026-05-06")
                .statusCode(200)
                .body("days.day", equalTo(List.of("2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06")))
                .body("days.sessionsRequested", equalTo(List.of(1, 1, 0, 0)))
                .body("days.sessionsEnded", equalTo(List.of(0, 1, 0, 1)))
                .body("days.messages", equalTo(List.of(0, 2, 0, 0)))
                .body("days.totalDurationSeconds", equalTo(List.of(0, 600, 0, 30)))
                .body("totals.sessionsRequested", equalTo(2))
                .body("totals.sessionsEnded", equalTo(2))
                .body("totals.messages", equalTo(2))
                .body("totals.totalDurationSeconds", equalTo(630));
    }

    @Test
    void aDayIsThatOfTheTimeZoneAskedFor() {
        publish(events.posted(UUID.randomUUID(), 1, "2026-05-03T22:30:00Z"));

        awaitTotalMessages(1);

        daily("from=2026-05-03&to=2026-05-04").body("days.messages", equalTo(List.of(1, 0)));
        daily("from=2026-05-03&to=2026-05-04&zone=Europe/Berlin").body("days.messages", equalTo(List.of(0, 1)));
        daily("from=2026-05-03&to=2026-05-04&zone=America/New_York").body("days.messages", equalTo(List.of(1, 0)));
    }

    @Test
    void todayAndEverAreSummedUp() {
        publish(
                events.posted(UUID.randomUUID(), 1, Instant.now().toString()),
                events.posted(UUID.randomUUID(), 1, "2020-01-01T00:00:00Z"));

        awaitTotalMessages(2);

        summary().body("today.messages", equalTo(1)).body("total.messages", equalTo(2));
    }

    @Test
    void leadsSeeWhatTheirTeamsHaveDoneAndOthersAboveEverything() {
        var ada = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        var another = UUID.randomUUID();
        publish(
                events.requested(theirs, "2026-05-04T09:00:00Z"),
                events.assigned(theirs, 3, "2026-05-04T09:01:00Z", ada),
                events.posted(theirs, 1, "2026-05-04T09:02:00Z"),
                events.ended(theirs, "2026-05-04T09:11:00Z", 600),
                events.requested(another, "2026-05-04T09:00:00Z"),
                events.assigned(another, 3, "2026-05-04T09:01:00Z", UUID.randomUUID()),
                events.posted(another, 1, "2026-05-04T09:02:00Z"));
        awaitTotalMessages(2);

        SessionServiceStandIn.leads(ada);

        summary().body("total.messages", equalTo(1)).body("total.sessionsRequested", equalTo(1));
        daily("from=2026-05-04&to=2026-05-05")
                .body("days.sessionsEnded", equalTo(List.of(1, 0)))
                .body("totals.messages", equalTo(1))
                .body("totals.totalDurationSeconds", equalTo(600));
        given().auth()
                .oauth2(TestTokens.staff(events.organisation(), "supervisor").sign())
                .get("/api/stats/summary")
                .then()
                .body("total.messages", equalTo(2));
    }

    @Test
    void leadsAreToldToTryAgainWhileTheirTeamsCannotBeLookedUp() {
        SessionServiceStandIn.isAway();

        daily("").statusCode(503).body("code", equalTo("unavailable"));
        status(TestTokens.staff(events.organisation(), "supervisor"), 200);
    }

    @Test
    void nobodySeesTheFiguresOfAnotherOrganisation() {
        publish(events.posted(UUID.randomUUID(), 1, "2026-05-04T00:00:00Z"));
        awaitTotalMessages(1);

        given().auth()
                .oauth2(TestTokens.staff(UUID.randomUUID(), "super_admin").sign())
                .get("/api/stats/summary")
                .then()
                .body("total.messages", equalTo(0));
    }

    @Test
    void withoutASpanTheLastThirtyDaysAreCounted() {
        daily("").statusCode(200).body("days", hasSize(30)).body("totals.messages", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-13-01",
                "from=2026-05-02&to=2026-05-01",
                "from=2020-01-01&to=2026-01-01",
                "zone=Mars/Olympus",
                "zone=%2B02:00",
            })
    void daysThatCannotBeCountedAreRefused(String query) {
        daily(query).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team_lead", "supervisor", "admin", "super_admin"})
    void whoeverLeadsSeesFigures(String role) {
        status(TestTokens.staff(events.organisation(), role), 200);
    }

    @Test
    void keysWithTheScopeSeeFiguresAndOthersDoNot() {
        var organisation = events.organisation();
        var staff = TestTokens.staff(organisation, "admin");
        status(TestTokens.apiKey(organisation, "stats:read"), 200);
        status(TestTokens.apiKey(organisation, "chat:read"), 403);
        status(TestTokens.staff(organisation, "support"), 403);
        status(TestTokens.participant(staff, UUID.randomUUID(), UUID.randomUUID(), "technician", "tab"), 403);
        status(TestTokens.customer(organisation, UUID.randomUUID()), 403);
        status(TestTokens.visitor(organisation, UUID.randomUUID()), 403);
        status(TestTokens.operator(), 403);
        given().get("/api/stats/daily").then().statusCode(401);
    }

    private static void status(TestToken token, int expected) {
        given().auth().oauth2(token.sign()).get("/api/stats/daily").then().statusCode(expected);
    }

    private void publish(Event... all) {
        Published.events(all);
    }

    private void awaitTotalMessages(int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> summary().body("total.messages", equalTo(count)));
    }

    private ValidatableResponse daily(String query) {
        return given().auth()
                .oauth2(TestTokens.staff(events.organisation(), "team_lead").sign())
                .urlEncodingEnabled(false)
                .get("/api/stats/daily" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    private ValidatableResponse summary() {
        return given().auth()
                .oauth2(TestTokens.staff(events.organisation(), "team_lead").sign())
                .get("/api/stats/summary")
                .then()
                .statusCode(200);
    }
}
