package dev.remotesupport.session.desk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class DeskResourceTest {

    private final Scene scene = new Scene();

    @Test
    void aTechnicianTakesAChat() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.waiting();

            var answer = post(scene.ada, "/api/support/chat/" + id + "/assign", Map.of());

            answer.statusCode(200)
                    .body("state", equalTo("active"))
                    .body("staff.id", equalTo(scene.ada.id()))
                    .body("staff.name", equalTo("Ada"))
                    .body("connectedAt", notNullValue())
                    .body("version", equalTo(3));
            events.await(event -> event.type().equals("SessionAssigned")
                    && id.toString().equals(event.key())
                    && event.body().contains(scene.ada.id()));
        }
    }

    @Test
    void takingItAgainChangesNothing() {
        var id = scene.active();
        var connectedAt = get(scene.ada, "/api/sessions/" + id).extract().<String>path("connectedAt");

        var answer = post(scene.ada, "/api/sessions/assign", Map.of("sessionId", id));

        answer.statusCode(200).body("version", equalTo(3)).body("connectedAt", equalTo(connectedAt));
    }

    @Test
    void ofManyTechniciansExactlyOneGetsTheSession() {
        var id = scene.waiting();
        var technicians = Stream.generate(() -> TestTokens.staff(scene.organisation, "support"))
                .limit(12)
                .toList();

        var codes = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> post(technicians.get(i), "/api/support/chat/" + id + "/assign", Map.of()))
                .map(answer ->
                        answer.extract().statusCode() + " " + answer.extract().path("code"))
                .toList();

        assertThat(codes).filteredOn("200 null"::equals).hasSize(1);
        assertThat(codes).filteredOn("409 already-assigned"::equals).hasSize(11);
    }

    @Test
    void aTechnicianGivesNothingToColleaguesButALeadDoes() {
        var id = scene.waiting();
        var body = Map.of("staffId", scene.bob.id(), "staffName", "Bob");
        scene.atWork(scene.bob);

        post(scene.ada, "/api/support/chat/" + id + "/assign", body)
                .statusCode(403)
                .body("code", equalTo("not-your-session"));
        post(scene.lead, "/api/support/chat/" + id + "/assign", body)
                .statusCode(200)
                .body("staff.name", equalTo("Bob"));
    }

    @Test
    void nothingIsGivenToSomebodyWhoIsNotAtWork() {
        var id = scene.waiting();
        get(scene.bob, "/api/desk/me").statusCode(200);
        var body = Map.of("sessionId", id, "staffId", scene.bob.id());

        post(scene.lead, "/api/sessions/assign", body).statusCode(409).body("code", equalTo("staff-not-available"));
        scene.atWork(scene.bob);
        put(scene.bob, "/api/desk/me/availability", Map.of("availability", "break"))
                .statusCode(200);

        post(scene.lead, "/api/sessions/assign", body).statusCode(409).body("code", equalTo("staff-not-available"));
    }

    @Test
    void nothingIsGivenToSomebodyWhoHasEnough() {
        scene.atWork(scene.bob);
        put(
                        scene.supervisor,
                        "/api/desk/staff/" + scene.bob.id(),
                        Map.of("chatLimit", 1, "callLimit", 2, "teamIds", List.of(), "skills", List.of()))
                .statusCode(200);
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", scene.waiting()))
                .statusCode(200);

        var answer = post(
                scene.lead,
                "/api/sessions/assign",
                Map.of("sessionId", scene.waitingOf(scene.stranger), "staffId", scene.bob.id()));

        answer.statusCode(409).body("code", equalTo("staff-at-capacity"));
    }

    @Test
    void aLeadMovesASessionThatSomebodyHas() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            scene.atWork(scene.bob);

            var answer = post(scene.lead, "/api/sessions/assign", Map.of("sessionId", id, "staffId", scene.bob.id()));

            answer.statusCode(200).body("staff.name", equalTo("Bob")).body("state", equalTo("active"));
            events.await(event -> event.type().equals("SessionAssigned")
                    && id.toString().equals(event.key())
                    && event.body().contains(scene.bob.id()));
            post(scene.ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(403);
        }
    }

    @Test
    void aLeadWhoOnlyAnswersTakesNothingFromOthers() {
        var id = scene.active();

        post(scene.lead, "/api/sessions/assign", Map.of("sessionId", id))
                .statusCode(409)
                .body("code", equalTo("already-assigned"));
    }

    @Test
    void nobodyOfAnotherOrganisationIsGivenAnything() {
        var other = new Scene();
        other.atWork(other.ada);

        post(scene.lead, "/api/sessions/assign", Map.of("sessionId", scene.waiting(), "staffId", other.ada.id()))
                .statusCode(404)
                .body("code", equalTo("staff-unknown"));
    }

    @Test
    void aSystemMustNameSomebodyWhoIsThere() {
        var id = scene.waiting();

        post(scene.key, "/api/sessions/assign", Map.of("sessionId", id))
                .statusCode(400)
                .body("code", equalTo("staff-required"));
        post(scene.key, "/api/sessions/assign", Map.of("sessionId", id, "staffId", UUID.randomUUID()))
                .statusCode(404)
                .body("code", equalTo("staff-unknown"));
    }

    @Test
    void customersTakeNoSessions() {
        post(scene.grace, "/api/support/chat/" + scene.waiting() + "/assign", Map.of())
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/support/chat/%s/assign", "/api/support/chat/%s/close", "/api/sessions/%s/end"})
    void anotherOrganisationsSessionIsNotThere(String route) {
        var id = scene.waiting();
        var other = new Scene();

        post(other.lead, route.formatted(id), Map.of()).statusCode(404).body("code", equalTo("session-unknown"));
    }

    @Test
    void theTechnicianEndsTheSession() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();

            var answer = post(scene.ada, "/api/sessions/" + id + "/end", Map.of("reason", "solved"));

            answer.statusCode(200)
                    .body("state", equalTo("ended"))
                    .body("endReason", equalTo("solved"))
                    .body("endedAt", notNullValue())
                    .body("durationSeconds", greaterThanOrEqualTo(0));
            events.await(event -> event.type().equals("SessionEnded")
                    && id.toString().equals(event.key())
                    && event.body().contains("\"reason\":\"solved\""));
        }
    }

    @Test
    void theCustomerClosesAndRates() {
        var id = scene.active();

        var answer = post(
                scene.grace,
                "/api/support/chat/" + id + "/close",
                Map.of("rating", 5, "feedback", "Quick and friendly."));

        answer.statusCode(200).body("endReason", equalTo("ended-by-customer"));
        assertThat(Scene.sql("SELECT rating FROM session WHERE id = '" + id + "'"))
                .isEqualTo(5);
    }

    @Test
    void aSessionThatNobodyTookLastedNoTime() {
        var id = scene.waiting();

        var answer = post(scene.grace, "/api/support/chat/" + id + "/close", Map.of());

        answer.statusCode(200).body("durationSeconds", equalTo(0)).body("connectedAt", equalTo(null));
    }

    @Test
    void theOneWhoHasNothingToDoWithItEndsNothing() {
        var id = scene.active();

        post(scene.bob, "/api/sessions/" + id + "/end", Map.of())
                .statusCode(403)
                .body("code", equalTo("not-your-session"));
        post(scene.stranger, "/api/sessions/" + id + "/end", Map.of()).statusCode(404);
        post(TestTokens.apiKey(scene.organisation, "sessions:read"), "/api/sessions/" + id + "/end", Map.of())
                .statusCode(403)
                .body("code", equalTo("not-permitted"));
        post(scene.lead, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);
    }

    @Test
    void staffRateNoSessions() {
        var id = scene.active();

        post(scene.ada, "/api/support/chat/" + id + "/close", Map.of("rating", 5))
                .statusCode(403);

        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    static Stream<String> whatAnEndedSessionRefuses() {
        return Stream.of("/api/support/chat/%s/assign", "/api/support/chat/%s/close", "/api/sessions/%s/end");
    }

    @ParameterizedTest
    @MethodSource("whatAnEndedSessionRefuses")
    void anEndedSessionStaysEnded(String route) {
        var id = scene.ended();

        post(scene.ada, route.formatted(id), Map.of()).statusCode(409).body("code", equalTo("session-ended"));
    }

    @Test
    void aMachineIsRegisteredWithASessionThatIsThere() {
        var id = scene.active();
        var machine = Map.of("sessionId", id, "machineName", "FRONT-DESK-02", "os", "Windows 11");

        post(scene.ada, "/api/sessions/register", machine)
                .statusCode(200)
                .body("machineName", equalTo("FRONT-DESK-02"));
        post(scene.ada, "/api/sessions/register", Map.of("sessionId", UUID.randomUUID(), "machineName", "X"))
                .statusCode(404)
                .body("code", equalTo("session-unknown"));
        post(scene.bob, "/api/sessions/register", machine).statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("badEndings")
    void badInputIsNamed(Map<String, Object> body, String field) {
        var id = scene.active();

        post(scene.grace, "/api/support/chat/" + id + "/close", body)
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> badEndings() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(Map.of("rating", 6), "rating"),
                org.junit.jupiter.params.provider.Arguments.of(Map.of("feedback", "x".repeat(2001)), "feedback"),
                org.junit.jupiter.params.provider.Arguments.of(Map.of("reason", "He was rude!"), "reason"));
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        TestToken ada = scene.ada;

        post(ada, "/api/sessions/nonsense/end", Map.of()).statusCode(404);
    }
}
