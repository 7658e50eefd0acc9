package dev.remotesupport.session.routing;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RoutingResourceTest {

    private final Scene scene = new Scene();

    @Inject
    Offers offers;

    @Test
    void whoeverIsThereIsOfferedWhatComes() {
        try (var events = EventCollector.on("session.events.v1")) {
            scene.atWork(scene.ada);

            var id = scene.waiting();

            awaitOffered(id, scene.ada);
            events.await(event -> event.type().equals("SessionOffered")
                    && id.toString().equals(event.key())
                    && event.body().contains(scene.ada.id())
                    && event.body().contains("expiresAt"));
        }
    }

    @Test
    void whoComesIsOfferedWhatWaits() {
        var id = scene.waiting();

        scene.atWork(scene.ada);

        awaitOffered(id, scene.ada);
    }

    @Test
    void anOfferIsAcceptedByTheOneItIsMadeToAndByNobodyElse() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);

        post(scene.bob, "/api/sessions/" + id + "/accept", Map.of())
                .statusCode(409)
                .body("code", equalTo("not-offered"));
        post(scene.ada, "/api/sessions/" + id + "/accept", Map.of())
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("staff.name", equalTo("Ada"));
        post(scene.ada, "/api/sessions/" + id + "/accept", Map.of())
                .statusCode(200)
                .body("staff.id", equalTo(scene.ada.id()));
        get(scene.ada, "/api/desk/me").body("load.chat", equalTo(1));
    }

    @Test
    void whatIsDeclinedGoesToSomebodyElse() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);
        scene.atWork(scene.bob);

        post(scene.ada, "/api/sessions/" + id + "/decline", Map.of())
                .statusCode(200)
                .body("state", equalTo("queued"));

        awaitOffered(id, scene.bob);
        post(scene.ada, "/api/sessions/" + id + "/decline", Map.of())
                .statusCode(409)
                .body("code", equalTo("not-offered"));
    }

    @Test
    void whatIsNotAnsweredReturnsToItsPlace() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);
        var second = scene.waitingOf(scene.stranger);
        awaitOffered(second, scene.ada);

        Scene.sql("UPDATE session SET offer_expires_at = now() - interval '1 second' WHERE id = '" + id + "'");
        offers.sweep().await().atMost(Duration.ofSeconds(5));

        await().until(() -> Scene.state(scene.ada, id).equals("queued"));
        get(scene.ada, "/api/sessions/queue")
                .body("items.session.id", contains(id.toString(), second.toString()))
                .body("items.position", contains(1, 0));
    }

    @Test
    void theReplicaThatMadeAnOfferEndsItByItself() {
        settings(true, 5);
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> Scene.state(scene.ada, id).equals("queued"));
        assertThat(Scene.sql("SELECT count(*) FROM session_refusal WHERE session_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoTakesABreakLeavesNothingUnanswered() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);

        put(scene.ada, "/api/desk/me/availability", Map.of("availability", "break"))
                .statusCode(200);

        assertThat(Scene.state(scene.ada, id)).isEqualTo("queued");
        var late = scene.waitingOf(scene.stranger);
        put(scene.ada, "/api/desk/me/availability", Map.of("availability", "online"))
                .statusCode(200);
        awaitOffered(id, scene.ada);
        awaitOffered(late, scene.ada);
    }

    @Test
    void whoVanishesLeavesNothingUnanswered() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);
        scene.atWork(scene.bob);

        Scene.sql(
                "UPDATE staff_member SET seen_at = now() - interval '16 seconds' WHERE id = '" + scene.ada.id() + "'");

        awaitOffered(id, scene.bob);
    }

    @Test
    void theLeastLoadedGetsTheNext() {
        scene.atWork(scene.ada);
        scene.atWork(scene.bob);

        var ids = IntStream.range(0, 4)
                .mapToObj(i -> scene.waitingOf(TestTokens.visitor(scene.organisation, scene.site)))
                .toList();

        ids.forEach(id -> await().until(() -> Scene.state(scene.ada, id).equals("offered")));
        get(scene.ada, "/api/desk/me").body("load.chat", equalTo(2));
        get(scene.bob, "/api/desk/me").body("load.chat", equalTo(2));
    }

    @Test
    void whenOneEndsTheNextIsOffered() {
        scene.atWork(scene.ada);
        limit(scene.ada, 1, List.of());
        var id = scene.waiting();
        awaitOffered(id, scene.ada);
        post(scene.ada, "/api/sessions/" + id + "/accept", Map.of()).statusCode(200);
        var next = scene.waitingOf(scene.stranger);

        post(scene.ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);

        awaitOffered(next, scene.ada);
    }

    @Test
    void withoutAutomaticAssignmentSessionsWaitToBePickedUp() {
        settings(false, 20);
        scene.atWork(scene.ada);

        var id = scene.waiting();

        post(scene.ada, "/api/sessions/assign", Map.of("sessionId", id))
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void whatIsOfferedCanBePickedUpByHandOnce() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);

        post(scene.bob, "/api/support/chat/" + id + "/assign", Map.of())
                .statusCode(200)
                .body("staff.name", equalTo("Bob"));
        post(scene.ada, "/api/sessions/" + id + "/accept", Map.of())
                .statusCode(409)
                .body("code", equalTo("not-offered"));
    }

    @Test
    void ofAcceptingAndPickingUpAtOnceExactlyOneWins() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        awaitOffered(id, scene.ada);

        var codes = Stream.of(
                        Map.entry(scene.ada, "/api/sessions/" + id + "/accept"),
                        Map.entry(scene.bob, "/api/support/chat/" + id + "/assign"))
                .parallel()
                .map(call ->
                        post(call.getKey(), call.getValue(), Map.of()).extract().statusCode())
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aSessionIsTransferredToAColleagueWhoIsThere() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            scene.atWork(scene.bob);

            transfer(scene.ada, id, Map.of("staffId", scene.bob.id()))
                    .statusCode(200)
                    .body("state", equalTo("active"))
                    .body("staff.name", equalTo("Bob"));

            events.await(event -> event.type().equals("SessionAssigned")
                    && id.toString().equals(event.key())
                    && event.body().contains(scene.bob.id()));
            transfer(scene.ada, id, Map.of("staffId", scene.bob.id()))
                    .statusCode(403)
                    .body("code", equalTo("not-your-session"));
            post(scene.ada, "/internal/sessions/" + id + "/admissions", Map.of("tab", "console-1"))
                    .statusCode(403);
            post(scene.ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(403);
        }
    }

    @Test
    void nothingIsTransferredToSomebodyOfflineFullOrElsewhere() {
        var id = scene.active();
        get(scene.bob, "/api/desk/me").statusCode(200);
        transfer(scene.ada, id, Map.of("staffId", scene.bob.id()))
                .statusCode(409)
                .body("code", equalTo("staff-not-available"));

        scene.atWork(scene.bob);
        limit(scene.bob, 0, List.of());
        transfer(scene.ada, id, Map.of("staffId", scene.bob.id()))
                .statusCode(409)
                .body("code", equalTo("staff-at-capacity"));

        var other = new Scene();
        other.atWork(other.bob);
        transfer(scene.ada, id, Map.of("staffId", other.bob.id()))
                .statusCode(404)
                .body("code", equalTo("staff-unknown"));
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void aTransferNamesExactlyOneReceiver() {
        var id = scene.active();

        transfer(scene.ada, id, Map.of()).statusCode(400).body("code", equalTo("transfer-target"));
        transfer(scene.ada, id, Map.of("staffId", UUID.randomUUID(), "teamId", UUID.randomUUID()))
                .statusCode(400)
                .body("code", equalTo("transfer-target"));
        transfer(scene.ada, id, Map.of("teamId", UUID.randomUUID()))
                .statusCode(404)
                .body("code", equalTo("team-unknown"));
        transfer(scene.ada, id, Map.of("staffId", scene.ada.id(), "note", "x".repeat(2_001)))
                .statusCode(400);
        transfer(scene.grace, id, Map.of("staffId", scene.ada.id())).statusCode(403);
    }

    @Test
    void whatHasEndedIsNotTransferred() {
        scene.atWork(scene.bob);
        var id = scene.ended();

        transfer(scene.ada, id, Map.of("staffId", scene.bob.id()))
                .statusCode(409)
                .body("code", equalTo("session-ended"));
    }

    @Test
    void aTransferToATeamWaitsForItAtTheOldPlace() {
        var team = team();
        scene.atWork(scene.ada);
        scene.atWork(scene.bob);
        limit(scene.bob, 5, List.of(team));
        var id = scene.active();
        var connectedAt = get(scene.ada, "/api/sessions/" + id).extract().<String>path("connectedAt");

        transfer(scene.ada, id, Map.of("teamId", team, "note", "Knows about refunds."))
                .statusCode(200)
                .body("staff", equalTo(null))
                .body("connectedAt", equalTo(connectedAt));

        awaitOffered(id, scene.bob);
        get(scene.bob, "/api/sessions/" + id + "/notes")
                .body("items.text", contains("Knows about refunds."))
                .body("items[0].author.name", equalTo("Ada"));
        post(scene.ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(403);
    }

    @Test
    void whatWaitsForATeamIsOfferedToItsMembersOnly() {
        var team = team();
        var id = scene.waiting();
        transfer(scene.lead, id, Map.of("teamId", team)).statusCode(200).body("state", equalTo("queued"));
        scene.atWork(scene.ada);
        var other = scene.waitingOf(scene.stranger);
        awaitOffered(other, scene.ada);

        assertThat(Scene.state(scene.ada, id)).isEqualTo("queued");
        limit(scene.ada, 5, List.of(team));

        awaitOffered(id, scene.ada);
    }

    @Test
    void aSessionThatNeedsASkillWaitsForSomebodyWhoHasIt() {
        scene.atWork(scene.ada);
        scene.atWork(scene.bob);
        put(
                        scene.supervisor,
                        "/api/desk/staff/" + scene.bob.id(),
                        Map.of("chatLimit", 5, "callLimit", 2, "teamIds", List.of(), "skills", List.of("dutch")))
                .statusCode(200);

        var ids = IntStream.range(0, 3).mapToObj(i -> started(Map.of("customerName", "Grace", "skill", "dutch")));

        ids.forEach(id -> awaitOffered(id, scene.bob));
    }

    @Test
    void aSessionBeginsForATeamThatIsThere() {
        var team = team();
        scene.atWork(scene.ada);

        post(scene.key, "/api/sessions", Map.of("customerName", "Grace", "teamId", UUID.randomUUID()))
                .statusCode(404)
                .body("code", equalTo("team-unknown"));
        var id = started(Map.of("customerName", "Grace", "teamId", team));

        get(scene.ada, "/api/sessions/queue")
                .body("items.session.id", contains(id.toString()))
                .body("items.teamId", contains(team.toString()));
    }

    private UUID started(Map<String, Object> body) {
        return UUID.fromString(
                post(scene.key, "/api/sessions", body).statusCode(201).extract().path("id"));
    }

    @Test
    void settingsAreTheSupervisors() {
        get(scene.ada, "/api/desk/settings")
                .statusCode(200)
                .body("autoAssign", equalTo(true))
                .body("offerSeconds", equalTo(20));
        put(scene.lead, "/api/desk/settings", body(true, 20, 25, 30)).statusCode(403);
        put(scene.supervisor, "/api/desk/settings", body(true, 20, 30, 30))
                .statusCode(400)
                .body("code", equalTo("settings-contradict"));
        put(scene.supervisor, "/api/desk/settings", body(true, 4, 25, 30)).statusCode(400);
        put(scene.supervisor, "/api/desk/settings", body(false, 30, 10, 15)).statusCode(200);
        get(scene.ada, "/api/desk/settings").body("autoAssign", equalTo(false)).body("idleEndMinutes", equalTo(15));
    }

    private void settings(boolean autoAssign, int offerSeconds) {
        put(scene.supervisor, "/api/desk/settings", body(autoAssign, offerSeconds, 25, 30))
                .statusCode(200);
    }

    private static Map<String, Object> body(boolean autoAssign, int offerSeconds, int warn, int end) {
        return Map.of(
                "autoAssign", autoAssign, "offerSeconds", offerSeconds, "idleWarnMinutes", warn, "idleEndMinutes", end);
    }

    private void limit(TestToken member, int chats, List<UUID> teams) {
        put(
                        scene.supervisor,
                        "/api/desk/staff/" + member.id(),
                        Map.of("chatLimit", chats, "callLimit", 2, "teamIds", teams, "skills", List.of()))
                .statusCode(200);
    }

    private UUID team() {
        return UUID.fromString(post(scene.supervisor, "/api/desk/teams", Map.of("name", "Payments"))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse transfer(TestToken caller, UUID session, Map<String, Object> body) {
        return post(caller, "/api/sessions/" + session + "/transfer", body);
    }

    private void awaitOffered(UUID session, TestToken member) {
        await().until(() ->
                Scene.sql("SELECT count(*) FROM session WHERE state = 'offered' AND id = '%s' AND offered_to = '%s'"
                                .formatted(session, member.id()))
                        == 1);
    }
}
