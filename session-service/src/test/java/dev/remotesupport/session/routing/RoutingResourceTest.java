package dev.remotesupport.session.routing;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static dev.remotesupport.session.routing.AtTheDesk.awaitOffered;
import static dev.remotesupport.session.routing.AtTheDesk.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        limit(scene, scene.ada, 1, List.of());
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
}
