package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CallQualityResourceTest {

    private final Scene scene = new Scene();

    @Test
    void bothSidesHearHowTheOtherHears() {
        var id = active(scene.grace, scene.ada);

        on(scene.grace, id, "quality", Map.of("lossPercent", 0, "jitterMs", 0, "roundTripMs", 0))
                .statusCode(200)
                .body("score", about(4.42f))
                .body("otherScore", nullValue());
        on(scene.ada, id, "quality", Map.of("lossPercent", 5, "jitterMs", 30, "roundTripMs", 150))
                .statusCode(200)
                .body("score", about(3.77f))
                .body("otherScore", about(4.42f));

        get(scene.ada, path(id))
                .body("quality.reports", equalTo(2))
                .body("quality.score", equalTo(4.09f))
                .body("quality.worst", about(3.77f))
                .body("quality.lossPercent", about(2.5f));
    }

    @Test
    void whoHasNoFiguresYetSaysOnlyThatHeOrSheIsThere() {
        var id = active(scene.grace, scene.ada);

        on(scene.grace, id, "quality").statusCode(200).body("score", nullValue());

        get(scene.ada, path(id)).body("quality", nullValue());
    }

    @Test
    void onlyWhoSpeaksSaysHowItSounds() {
        var id = active(scene.grace, scene.ada);

        on(scene.lead, id, "quality").statusCode(403).body("code", equalTo("not-your-call"));
        on(scene.grace, id, "quality", Map.of("lossPercent", 101, "jitterMs", 0, "roundTripMs", 0))
                .statusCode(400);
        on(scene.grace, id, "end").statusCode(200);
        on(scene.ada, id, "quality").statusCode(409).body("code", equalTo("call-over"));
    }

    private static Matcher<Float> about(float score) {
        return allOf(greaterThan(score - 0.01f), lessThan(score + 0.01f));
    }
}
