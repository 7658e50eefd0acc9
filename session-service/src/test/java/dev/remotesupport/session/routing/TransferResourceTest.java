package dev.remotesupport.session.routing;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static dev.remotesupport.session.routing.AtTheDesk.awaitOffered;
import static dev.remotesupport.session.routing.AtTheDesk.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class TransferResourceTest {

    private final Scene scene = new Scene();

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
        limit(scene, scene.bob, 0, List.of());
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
        limit(scene, scene.bob, 5, List.of(team));
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
        limit(scene, scene.ada, 5, List.of(team));

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

    private UUID team() {
        return UUID.fromString(post(scene.supervisor, "/api/desk/teams", Map.of("name", "Payments"))
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse transfer(TestToken caller, UUID session, Map<String, Object> body) {
        return post(caller, "/api/sessions/" + session + "/transfer", body);
    }
}
