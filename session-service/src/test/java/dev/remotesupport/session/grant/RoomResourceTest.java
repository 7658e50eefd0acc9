package dev.remotesupport.session.grant;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RoomResourceTest {

    private final Scene scene = new Scene();

    @Test
    void theCustomerAllowsWhatTheTechnicianAskedFor() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            var body = Map.of("capability", "view", "askedBy", scene.ada.id(), "ttlSeconds", 600);

            var answer = post(scene.tabOf(id), grants(id), body);

            answer.statusCode(201)
                    .body("capability", equalTo("view"))
                    .body("givenAt", notNullValue())
                    .body("revokedAt", nullValue());
            get(scene.seatOf(id), room(id))
                    .statusCode(200)
                    .body("sessionId", equalTo(id.toString()))
                    .body("organisation", equalTo(scene.organisation.toString()))
                    .body("state", equalTo("active"))
                    .body("version", equalTo(4))
                    .body("grants.capability", equalTo(List.of("view")));
            events.await(event -> event.type().equals("GrantGiven")
                    && id.toString().equals(event.key())
                    && event.body().contains(scene.ada.id()));
        }
    }

    @Test
    void aGrantLastsAnHourUnlessSaidOtherwiseAndNeverTooLong() {
        var id = scene.active();

        assertThat(lasting(id, Map.of("capability", "view"))).isEqualTo(Duration.ofMinutes(60));
        assertThat(lasting(id, Map.of("capability", "control", "ttlSeconds", 90)))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(lasting(id, Map.of("capability", "call", "ttlSeconds", 604_800)))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void whatIsGivenAgainBeginsAnew() {
        var id = scene.active();
        give(id, "view");

        give(id, "view");

        get(scene.tabOf(id), room(id)).body("grants.size()", equalTo(1)).body("version", equalTo(5));
    }

    @Test
    void staffCannotGiveWhatIsTheCustomers() {
        var id = scene.active();
        var body = Map.of("capability", "view");

        post(scene.seatOf(id), grants(id), body).statusCode(403).body("code", equalTo("not-your-consent"));
        post(scene.ada, grants(id), body).statusCode(403);
        post(scene.grace, grants(id), body).statusCode(403);
        post(scene.key, grants(id), body).statusCode(403);
        get(scene.tabOf(id), room(id)).body("grants", empty());
    }

    @Test
    void consentEndsWithTheTechniciansPartAndTheirSeatWithIt() {
        var id = scene.active();
        give(id, "view");
        give(id, "control");
        scene.atWork(scene.bob);
        var seat = TestTokens.participant(scene.bob, id, UUID.randomUUID(), "technician", "console-2");

        post(scene.lead, "/api/sessions/assign", Map.of("sessionId", id, "staffId", scene.bob.id()))
                .statusCode(200);

        get(scene.tabOf(id), room(id)).statusCode(200).body("grants", empty());
        get(seat, room(id)).statusCode(200).body("grants", empty());
        get(scene.seatOf(id), room(id)).statusCode(403).body("code", equalTo("not-your-session"));
    }

    @Test
    void aTokenOfAnotherSessionGivesNothingHere() {
        var id = scene.active();

        post(scene.tabOf(UUID.randomUUID()), grants(id), Map.of("capability", "view"))
                .statusCode(404);
        get(scene.tabOf(UUID.randomUUID()), room(id)).statusCode(404);
    }

    @Test
    void theCustomerTakesAGrantBack() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            give(id, "view");

            delete(scene.tabOf(id), grants(id) + "/view").statusCode(204);

            get(scene.tabOf(id), room(id)).body("grants", empty());
            events.await(event -> event.type().equals("GrantRevoked")
                    && id.toString().equals(event.key())
                    && event.body().contains("\"revokedBy\":\"customer\""));
            get(scene.ada, "/api/sessions/" + id + "/grants")
                    .body("items.size()", equalTo(1))
                    .body("items[0].revokedAt", notNullValue());
        }
    }

    @Test
    void theTechnicianGivesAGrantBack() {
        var id = scene.active();
        give(id, "control");

        delete(scene.seatOf(id), grants(id) + "/control").statusCode(204);

        get(scene.seatOf(id), room(id)).body("grants", empty());
    }

    @Test
    void takingBackTwiceIsOneRevocation() {
        var id = scene.active();
        give(id, "view");
        delete(scene.tabOf(id), grants(id) + "/view").statusCode(204);
        int version = get(scene.tabOf(id), room(id)).extract().path("version");

        delete(scene.tabOf(id), grants(id) + "/view").statusCode(204);

        get(scene.tabOf(id), room(id)).body("version", equalTo(version));
    }

    @Test
    void aStrangerTakesNothingBack() {
        var id = scene.active();
        give(id, "view");

        delete(scene.ada, grants(id) + "/view").statusCode(403);
        delete(scene.seatOf(UUID.randomUUID()), grants(id) + "/view").statusCode(404);

        get(scene.tabOf(id), room(id)).body("grants.size()", equalTo(1));
    }

    @Test
    void aGrantEndsByItselfAndTheRestOfTheSuiteLearnsIt() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();

            post(scene.tabOf(id), grants(id), Map.of("capability", "view", "ttlSeconds", 1))
                    .statusCode(201);

            events.await(event ->
                    event.type().equals("GrantExpired") && id.toString().equals(event.key()));
            get(scene.tabOf(id), room(id)).body("grants", empty()).body("version", equalTo(5));
            get(scene.ada, "/api/sessions/" + id + "/grants").body("items[0].revokedAt", nullValue());
        }
    }

    @Test
    void allGrantsEndWithTheSession() {
        var id = scene.active();
        give(id, "view");
        give(id, "control");

        post(scene.ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);

        get(scene.tabOf(id), room(id)).body("state", equalTo("ended")).body("grants", empty());
        get(scene.grace, "/api/sessions/" + id + "/grants").body("items.findAll { it.revokedAt == null }", empty());
        post(scene.tabOf(id), grants(id), Map.of("capability", "view"))
                .statusCode(409)
                .body("code", equalTo("session-ended"));
    }

    @Test
    void badInputIsRefused() {
        var id = scene.active();

        post(scene.tabOf(id), grants(id), Map.of()).statusCode(400).body("violations.field", hasItem("capability"));
        post(scene.tabOf(id), grants(id), Map.of("capability", "view", "ttlSeconds", 0))
                .statusCode(400);
        post(scene.tabOf(id), grants(id), Map.of("capability", "everything")).statusCode(400);
        delete(scene.tabOf(id), grants(id) + "/everything").statusCode(404);
    }

    private void give(UUID id, String capability) {
        post(scene.tabOf(id), grants(id), Map.of("capability", capability)).statusCode(201);
    }

    private Duration lasting(UUID id, Map<String, Object> body) {
        var grant = post(scene.tabOf(id), grants(id), body).statusCode(201).extract();
        return Duration.between(Instant.parse(grant.path("givenAt")), Instant.parse(grant.path("expiresAt")));
    }

    private static String room(UUID id) {
        return "/internal/sessions/" + id + "/room";
    }

    private static String grants(UUID id) {
        return "/internal/sessions/" + id + "/grants";
    }
}
