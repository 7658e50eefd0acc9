package dev.remotesupport.session.staffing;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class StaffResourceTest {

    private final Scene scene = new Scene();

    @Test
    void aNewMemberIsOfflineWithTheUsualLimits() {
        get(scene.ada, "/api/desk/me")
                .statusCode(200)
                .body("id", equalTo(scene.ada.id()))
                .body("name", equalTo("Ada"))
                .body("role", equalTo("support"))
                .body("availability", equalTo("offline"))
                .body("connected", equalTo(false))
                .body("limits.chat", equalTo(5))
                .body("limits.call", equalTo(2))
                .body("load.chat", equalTo(0))
                .body("teams", empty());
    }

    @Test
    void theFirstConsoleThatConnectsSaysOnline() {
        try (var events = EventCollector.on("desk.events.v1")) {
            scene.atWork(scene.ada);

            get(scene.ada, "/api/desk/me")
                    .body("availability", equalTo("online"))
                    .body("connected", equalTo(true))
                    .body("available", equalTo(true));
            events.await(event -> event.key().equals(scene.ada.id())
                    && event.body().contains("\"connected\":true")
                    && event.body().contains("\"online\""));
        }
    }

    @Test
    void whoSaidToBeOfflineStaysSoWhenTheConsoleConnects() {
        put(scene.ada, "/api/desk/me/availability", Map.of("availability", "offline"))
                .statusCode(200);

        scene.atWork(scene.ada);

        get(scene.ada, "/api/desk/me").body("availability", equalTo("offline")).body("available", equalTo(false));
    }

    @Test
    void aLeadSendsAMemberIntoABreakAndAMemberDoesNot() {
        scene.atWork(scene.ada);
        var path = "/api/desk/staff/" + scene.ada.id() + "/availability";

        put(scene.bob, path, Map.of("availability", "break")).statusCode(403);
        put(scene.lead, path, Map.of("availability", "break"))
                .statusCode(200)
                .body("availability", equalTo("break"))
                .body("available", equalTo(false));
    }

    @Test
    void aSupervisorSettlesLimitsTeamsAndSkills() {
        get(scene.ada, "/api/desk/me").statusCode(200);
        var team = team("Payments");
        var profile = Map.of("chatLimit", 3, "callLimit", 0, "teamIds", List.of(team), "skills", List.of("dutch"));

        put(scene.lead, "/api/desk/staff/" + scene.ada.id(), profile).statusCode(403);
        put(scene.supervisor, "/api/desk/staff/" + scene.ada.id(), profile).statusCode(200);

        get(scene.bob, "/api/desk/staff")
                .body("items.find { it.id == '" + scene.ada.id() + "' }.limits.chat", equalTo(3))
                .body("items.find { it.id == '" + scene.ada.id() + "' }.teams.name", contains("Payments"))
                .body("items.find { it.id == '" + scene.ada.id() + "' }.skills", contains("dutch"));
    }

    @Test
    void aTeamOfAnotherOrganisationIsNotThere() {
        get(scene.ada, "/api/desk/me").statusCode(200);
        var other = new Scene();
        var theirs = other.supervisor;
        String team = post(theirs, "/api/desk/teams", Map.of("name", "Theirs"))
                .extract()
                .path("id");

        put(
                        scene.supervisor,
                        "/api/desk/staff/" + scene.ada.id(),
                        Map.of("chatLimit", 3, "callLimit", 0, "teamIds", List.of(team), "skills", List.of()))
                .statusCode(404)
                .body("code", equalTo("team-unknown"));
        get(scene.ada, "/api/desk/me").body("limits.chat", equalTo(5));
        get(scene.ada, "/api/desk/teams").body("items.id", not(hasItem(team)));
        delete(scene.supervisor, "/api/desk/teams/" + team).statusCode(404);
    }

    @Test
    void aMemberOfAnotherOrganisationIsNotThere() {
        var other = new Scene();
        other.atWork(other.ada);

        put(scene.lead, "/api/desk/staff/" + other.ada.id() + "/availability", Map.of("availability", "break"))
                .statusCode(404)
                .body("code", equalTo("staff-unknown"));
        post(scene.ada, "/internal/desk/seen", Map.of("gone", List.of(other.ada.id())))
                .statusCode(204);
        get(other.ada, "/api/desk/me").body("connected", equalTo(true)).body("availability", equalTo("online"));
    }

    @Test
    void teamsAreNamedOnceRenamedAndDissolved() {
        var team = team("Payments");

        post(scene.supervisor, "/api/desk/teams", Map.of("name", " payments "))
                .statusCode(409)
                .body("code", equalTo("team-name-taken"));
        put(scene.supervisor, "/api/desk/teams/" + team, Map.of("name", "Refunds"))
                .statusCode(200)
                .body("name", equalTo("Refunds"));
        get(scene.ada, "/api/desk/teams").body("items.name", contains("Refunds"));
        post(scene.ada, "/api/desk/teams", Map.of("name", "Mine")).statusCode(403);
        delete(scene.supervisor, "/api/desk/teams/" + team).statusCode(204);
        get(scene.ada, "/api/desk/teams").body("items", empty());
    }

    @Test
    void aScheduleKeepsSessionsAwayOutsideOfIt() {
        scene.atWork(scene.ada);
        var path = "/api/desk/staff/" + scene.ada.id() + "/schedule";
        var never = Map.of("hours", Map.of("timeZone", "Europe/Amsterdam", "week", List.of()));

        put(scene.lead, path, never).statusCode(403);
        put(scene.supervisor, path, never).statusCode(200).body("hours.timeZone", equalTo("Europe/Amsterdam"));
        get(scene.ada, "/api/desk/me")
                .body("available", equalTo(false))
                .body("schedule.timeZone", equalTo("Europe/Amsterdam"));

        put(scene.supervisor, path, Map.of()).statusCode(200).body("hours", equalTo(null));
        get(scene.ada, "/api/desk/me").body("available", equalTo(true));
    }

    static Stream<Arguments> badInput() {
        var profile = Map.of("chatLimit", 5, "callLimit", 2, "teamIds", List.of(), "skills", List.of());
        return Stream.of(
                Arguments.of("me/availability", Map.of("availability", "asleep"), 400),
                Arguments.of("me/availability", Map.of(), 400),
                Arguments.of("staff/%s", with(profile, "chatLimit", 101), 400),
                Arguments.of("staff/%s", with(profile, "callLimit", -1), 400),
                Arguments.of("staff/%s", with(profile, "skills", List.of("<script>")), 400),
                Arguments.of("staff/%s", with(profile, "teamIds", List.of("nonsense")), 400),
                Arguments.of("staff/" + UUID.randomUUID(), profile, 404),
                Arguments.of("staff/nonsense", profile, 404),
                Arguments.of("teams/" + UUID.randomUUID(), Map.of("name", "x".repeat(10_000)), 400),
                Arguments.of("staff/%s/schedule", hours("Mars/Olympus", "monday", "09:00", "17:00"), 400),
                Arguments.of("staff/%s/schedule", hours("Europe/Amsterdam", "someday", "09:00", "17:00"), 400),
                Arguments.of("staff/%s/schedule", hours("Europe/Amsterdam", "monday", "9", "25:00"), 400));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsAnswered(String path, Map<String, Object> body, int status) {
        get(scene.supervisor, "/api/desk/me").statusCode(200);

        put(scene.supervisor, "/api/desk/" + path.formatted(scene.supervisor.id()), body)
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void customersHaveNoDesk() {
        for (TestToken customer : List.of(scene.grace, scene.key)) {
            get(customer, "/api/desk/me").statusCode(403);
        }
        get(scene.grace, "/api/desk/staff").statusCode(403);
    }

    private UUID team(String name) {
        return UUID.fromString(post(scene.supervisor, "/api/desk/teams", Map.of("name", name))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var changed = new HashMap<String, Object>(body);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> hours(String zone, String day, String from, String to) {
        var span = Map.of("day", day, "from", from, "to", to);
        return Map.of("hours", Map.of("timeZone", zone, "week", List.of(span)));
    }
}
