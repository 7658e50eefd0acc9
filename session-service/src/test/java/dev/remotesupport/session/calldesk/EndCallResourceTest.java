package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.ringing;
import static dev.remotesupport.session.calldesk.Calling.session;
import static dev.remotesupport.session.calldesk.Calling.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class EndCallResourceTest {

    private final Scene scene = new Scene();

    @Test
    void eitherSideEndsACallAndOnce() {
        var id = active(scene.grace, scene.ada);

        on(scene.grace, id, "end").statusCode(200).body("state", equalTo("completed"));

        on(scene.ada, id, "end").statusCode(409).body("code", equalTo("call-over"));
        assertThat(state(scene.ada, id)).isEqualTo("completed");
        assertThat(Scene.state(scene.ada, session(scene.ada, id))).isEqualTo("ended");
    }

    @Test
    void ofBothWhoHangUpAtOnceOneEndsIt() {
        try (var events = EventCollector.on("call.events.v1")) {
            var id = active(scene.grace, scene.ada);

            var codes = Stream.of(scene.grace, scene.ada)
                    .parallel()
                    .map(side -> on(side, id, "end").extract().statusCode())
                    .toList();

            assertThat(codes).containsExactlyInAnyOrder(200, 409);
            events.await(
                    event -> event.type().equals("CallEnded") && id.toString().equals(event.key()));
            assertThat(events.events("CallEnded", id.toString())).hasSize(1);
        }
    }

    @Test
    void theDurationIsTheServersWhateverAClientSays() {
        var id = active(scene.grace, scene.ada);
        Scene.sql("ALTER TABLE call DISABLE TRIGGER call_guard");
        try {
            Scene.sql(
                    "UPDATE call SET requested_at = now() - interval '3 minutes', answered_at = now() - interval '2 minutes'"
                            + " WHERE id = '" + id + "'");
        } finally {
            Scene.sql("ALTER TABLE call ENABLE TRIGGER call_guard");
        }

        int seconds = on(scene.grace, id, "end", Map.of("duration", 9_999, "qualityScore", 1.5, "reason", "solved"))
                .statusCode(200)
                .body("endReason", equalTo("solved"))
                .extract()
                .path("durationSeconds");

        assertThat(seconds).isBetween(120, 240);
        assertThat(Scene.sql("SELECT said_seconds FROM call WHERE id = '" + id + "'"))
                .isEqualTo(9_999);
    }

    static Stream<Map<String, Object>> whatIsNoEnding() {
        return Stream.of(
                Map.of("duration", -1),
                Map.of("duration", "long"),
                Map.of("qualityScore", 0),
                Map.of("qualityScore", 6),
                Map.of("reason", "Because I say so"));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoEnding")
    void whatIsNoEndingIsRefused(Map<String, Object> body) {
        var id = active(scene.grace, scene.ada);

        on(scene.ada, id, "end", body).statusCode(400).contentType("application/problem+json");

        assertThat(state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void theEndOfASessionEndsItsCall() {
        var session = scene.active();
        var id = ringing(scene.grace, session);
        on(scene.ada, id, "answer").statusCode(200);

        post(scene.ada, "/api/sessions/" + session + "/end", Map.of()).statusCode(200);

        get(scene.ada, path(id)).body("state", equalTo("completed")).body("endReason", equalTo("ended-by-staff"));
    }
}
