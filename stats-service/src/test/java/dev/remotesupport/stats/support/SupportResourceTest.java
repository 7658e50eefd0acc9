package dev.remotesupport.stats.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.CallOutcome;
import dev.remotesupport.contracts.Channel;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SupportResourceTest {

    private static final String DAY = "from=2026-05-04&to=2026-05-04";

    private final TestEvents events = TestEvents.ofNewOrganisation();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void theFiguresOfADayAtTheDesk() {
        publish(aDay());

        awaitTheDay();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neitherOrderNorRepetitionChangesAFigure(long seed) {
        var all = new ArrayList<>(aDay());
        all.addAll(List.copyOf(all));
        Collections.shuffle(all, new Random(seed));

        all.forEach(event -> publish(List.of(event)));

        awaitTheDay();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void callsOfADayAreCountedInWhateverOrderTheyComeAndHoweverOften(long seed) {
        var all = new ArrayList<>(callsOfADay());
        all.addAll(List.copyOf(all));
        Collections.shuffle(all, new Random(seed));

        all.forEach(event -> publish(List.of(event)));

        awaitTheCalls();
    }

    @Test
    void aRestartInTheMiddleOfACallCountsItOnce() {
        var all = callsOfADay();
        publish(all.subList(0, 3));

        publish(all);

        awaitTheCalls();
    }

    @Test
    void aDeskWhereNothingHappenedHasNothingToShow() {
        stats("")
                .statusCode(200)
                .body("sessions.total", equalTo(0))
                .body("duration.totalSeconds", equalTo(0))
                .body("duration.averageSeconds", equalTo(0))
                .body("waits.averageSeconds", equalTo(0))
                .body("rating.count", equalTo(0))
                .body("rating.average", nullValue())
                .body("rating.stars", equalTo(List.of(0, 0, 0, 0, 0)))
                .body("callFigures.totals.asked", equalTo(0))
                .body("callFigures.totals.averageScore", nullValue())
                .body("callFigures.days.asked.unique()", equalTo(List.of(0)))
                .body("staff", empty());
    }

    @Test
    void whatHappensNowIsOfTodayThisWeekAndThisMonth() {
        var now = Instant.now().toString();
        publish(List.of(
                events.requested(UUID.randomUUID(), now, Channel.CHAT),
                events.requested(UUID.randomUUID(), now, Channel.CALL),
                events.requested(UUID.randomUUID(), "2020-01-01T00:00:00Z", Channel.CHAT)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> stats("").body("sessions.total", equalTo(3)));
        stats("")
                .body("chats.today", equalTo(1))
                .body("chats.week", equalTo(1))
                .body("chats.month", equalTo(1))
                .body("chats.total", equalTo(2))
                .body("calls.today", equalTo(1))
                .body("sessions.today", equalTo(2));
    }

    @Test
    void whoGivesASessionBackIsNoLongerBusyWithIt() {
        var session = UUID.randomUUID();
        publish(List.of(
                events.requested(session, "2026-05-04T10:00:00Z", Channel.CHAT),
                events.assigned(session, 3, "2026-05-04T10:00:00Z", ada),
                events.queued(session, 4, "2026-05-04T10:10:00Z"),
                events.availability(ada, 1, "2026-05-04T10:00:00Z", Availability.ONLINE, true),
                events.availability(ada, 2, "2026-05-04T10:20:00Z", Availability.BUSY, true),
                events.availability(ada, 3, "2026-05-04T10:40:00Z", Availability.BREAK, true)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> stats(DAY)
                        .body("staff.size()", equalTo(1))
                        .body("staff[0].onDutySeconds", equalTo(2400))
                        .body("staff[0].utilisation", equalTo(0.25f)));
    }

    @Test
    void otherDaysAndOrganisationsAreNotCounted() {
        publish(aDay());
        awaitTheDay();

        stats("from=2026-05-05&to=2026-05-05")
                .body("waits.sessions", equalTo(0))
                .body("staff", empty());
        given().auth()
                .oauth2(TestTokens.staff(UUID.randomUUID(), "super_admin").sign())
                .get("/api/admin/support/stats?" + DAY)
                .then()
                .body("sessions.total", equalTo(0))
                .body("staff", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "from=2026-05-02&to=2026-05-01", "zone=Mars/Olympus"})
    void daysThatCannotBeCountedAreRefused(String query) {
        stats(query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void theOnesOfTheMatrixSeeTheFiguresAndNobodyElse() {
        var organisation = events.organisation();
        for (var role : List.of("supervisor", "admin", "super_admin")) {
            status(TestTokens.staff(organisation, role), 200);
        }
        status(TestTokens.apiKey(organisation, "stats:read"), 200);
        status(TestTokens.apiKey(organisation, "chat:read"), 403);
        status(TestTokens.staff(organisation, "support"), 403);
        status(TestTokens.staff(organisation, "team_lead"), 403);
        status(TestTokens.customer(organisation, UUID.randomUUID()), 403);
        status(TestTokens.visitor(organisation, UUID.randomUUID()), 403);
        status(TestTokens.operator(), 403);
        var admin = TestTokens.staff(organisation, "admin");
        status(TestTokens.participant(admin, UUID.randomUUID(), UUID.randomUUID(), "technician", "tab"), 403);
        given().get("/api/admin/support/stats").then().statusCode(401);
    }

    /** Ada helps in a chat and takes a call over from Bob; a third customer waits in vain. */
    private List<Event> aDay() {
        var chat = UUID.randomUUID();
        var call = UUID.randomUUID();
        var inVain = UUID.randomUUID();
        return List.of(
                events.requested(chat, "2026-05-04T10:00:00Z", Channel.CHAT),
                events.queued(chat, 2, "2026-05-04T10:00:00Z"),
                events.assigned(chat, 3, "2026-05-04T10:01:00Z", ada),
                events.ended(chat, 4, "2026-05-04T10:11:00Z", 600),
                events.rated(chat, 5, "2026-05-04T10:12:00Z", 5),
                events.requested(call, "2026-05-04T10:05:00Z", Channel.CALL),
                events.queued(call, 2, "2026-05-04T10:05:00Z"),
                events.assigned(call, 3, "2026-05-04T10:05:30Z", bob),
                events.assigned(call, 4, "2026-05-04T10:07:00Z", ada),
                events.ended(call, 5, "2026-05-04T10:10:00Z", 270),
                events.rated(call, 6, "2026-05-04T10:12:00Z", 2),
                events.requested(inVain, "2026-05-04T11:00:00Z", Channel.CHAT),
                events.offered(inVain, 3, "2026-05-04T11:10:00Z", bob),
                events.queued(inVain, 4, "2026-05-04T11:10:20Z"),
                events.offered(inVain, 5, "2026-05-04T11:10:20Z", bob),
                events.queued(inVain, 6, "2026-05-04T11:10:40Z"),
                events.ended(inVain, 7, "2026-05-04T11:30:00Z", 0),
                events.availability(ada, 1, "2026-05-04T10:00:00Z", Availability.ONLINE, true),
                events.availability(ada, 2, "2026-05-04T10:40:00Z", Availability.ONLINE, false),
                events.availability(ada, 3, "2026-05-04T10:41:00Z", Availability.OFFLINE, false));
    }

    private void awaitTheDay() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> stats(DAY)
                        .statusCode(200)
                        .body("sessions.total", equalTo(3))
                        .body("chats.total", equalTo(2))
                        .body("calls.total", equalTo(1))
                        .body("duration.sessions", equalTo(2))
                        .body("duration.totalSeconds", equalTo(870))
                        .body("duration.averageSeconds", equalTo(435))
                        .body("chatDuration.totalSeconds", equalTo(600))
                        .body("callDuration.averageSeconds", equalTo(270))
                        .body("waits.sessions", equalTo(2))
                        .body("waits.averageSeconds", equalTo(45))
                        .body("waits.p95Seconds", equalTo(60))
                        .body("waits.longestSeconds", equalTo(60))
                        .body("rating.count", equalTo(2))
                        .body("rating.average", equalTo(3.5f))
                        .body("rating.stars", equalTo(List.of(0, 1, 0, 0, 1)))
                        .body("staff.staffId", equalTo(List.of(ada.toString(), bob.toString())))
                        .body("staff.offers", equalTo(List.of(0, 2)))
                        .body("staff.handled", equalTo(List.of(2, 1)))
                        .body("staff[0].duration.totalSeconds", equalTo(870))
                        .body("staff[0].ratings", equalTo(2))
                        .body("staff[0].rating", equalTo(3.5f))
                        .body("staff[0].onDutySeconds", equalTo(2400))
                        .body("staff[0].utilisation", equalTo(0.25f))
                        .body("staff[1].duration.totalSeconds", equalTo(0))
                        .body("staff[1].utilisation", nullValue()));
    }

    /** Two are answered, one of them measured; one rings in vain, one is declined, and on the next day one goes on. */
    private List<Event> callsOfADay() {
        var goesOn = events.call(UUID.randomUUID(), "2026-05-05T09:00:00Z", ada, 5, 60, null);
        return Stream.of(
                        events.call(UUID.randomUUID(), "2026-05-04T10:00:00Z", ada, 10, 100, 4.1267),
                        events.call(UUID.randomUUID(), "2026-05-04T23:59:50Z", bob, 30, 300, null),
                        events.callInVain(UUID.randomUUID(), "2026-05-04T11:00:00Z", CallOutcome.MISSED),
                        events.callInVain(UUID.randomUUID(), "2026-05-04T12:00:00Z", CallOutcome.DECLINED),
                        goesOn.subList(0, 3))
                .flatMap(List::stream)
                .toList();
    }

    private void awaitTheCalls() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> stats("from=2026-05-04&to=2026-05-06")
                        .statusCode(200)
                        .body("callFigures.totals.asked", equalTo(5))
                        .body("callFigures.totals.answered", equalTo(3))
                        .body("callFigures.totals.averageWaitSeconds", equalTo(15))
                        .body("callFigures.days.day", equalTo(List.of("2026-05-04", "2026-05-05", "2026-05-06")))
                        .body("callFigures.days.asked", equalTo(List.of(4, 1, 0)))
                        .body("callFigures.days[0].answered", equalTo(2))
                        .body("callFigures.days[0].missed", equalTo(1))
                        .body("callFigures.days[0].declined", equalTo(1))
                        .body("callFigures.days[0].averageWaitSeconds", equalTo(20))
                        .body("callFigures.days[0].averageDurationSeconds", equalTo(200))
                        .body("callFigures.days[0].averageScore", equalTo(4.13f))
                        .body("callFigures.days[1].averageDurationSeconds", equalTo(0)));
    }

    private static void publish(List<? extends Event> all) {
        Published.events(all);
    }

    private static void status(TestToken token, int expected) {
        given().auth()
                .oauth2(token.sign())
                .get("/api/admin/support/stats")
                .then()
                .statusCode(expected);
    }

    private ValidatableResponse stats(String query) {
        return given().auth()
                .oauth2(TestTokens.staff(events.organisation(), "supervisor").sign())
                .urlEncodingEnabled(false)
                .get("/api/admin/support/stats" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
