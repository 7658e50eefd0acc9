package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.state;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CallResourceTest {

    private final Scene scene = new Scene();

    @Test
    void aCallWaitsInASessionOfItsOwn() {
        var answer = post(
                        scene.grace,
                        "/api/support/call/start",
                        Map.of("customerName", "Grace", "customerEmail", "grace@example.com", "userId", "c-1"))
                .statusCode(201)
                .body("callId", notNullValue())
                .body("call.state", equalTo("queued"))
                .body("call.askedBy", equalTo("customer"))
                .body("call.version", equalTo(1))
                .body("call.durationSeconds", equalTo(0));

        String session = answer.extract().path("sessionId");
        get(scene.ada, "/api/sessions/" + session)
                .body("state", equalTo("queued"))
                .body("channels", contains("call"));
    }

    @Test
    void whoAsksAgainHasTheSameCall() {
        var id = waiting(scene.grace);

        post(scene.grace, "/api/support/call/start", Map.of()).statusCode(200).body("callId", equalTo(id.toString()));
    }

    @Test
    void aForeignCallIsNotThere() {
        var id = active(scene.grace, scene.ada);
        var elsewhere = new Scene();

        Stream.of(scene.stranger, elsewhere.grace, elsewhere.ada, elsewhere.key).forEach(foreign -> {
            get(foreign, path(id)).statusCode(404).body("code", equalTo("call-unknown"));
            on(foreign, id, "end").statusCode(404).body("code", equalTo("call-unknown"));
        });
        on(scene.stranger, id, "answer").statusCode(404).body("code", equalTo("call-unknown"));
        on(scene.ada, UUID.randomUUID(), "answer").statusCode(404).body("code", equalTo("call-unknown"));
        get(scene.bob, path(id)).statusCode(403).body("code", equalTo("not-your-session"));
        on(scene.bob, id, "end").statusCode(403);
        assertThat(state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void whoeverMayNotReadTheQueueOrWriteIsTurnedAway() {
        var id = waiting(scene.grace);
        var reader = TestTokens.apiKey(scene.organisation, "sessions:read");

        get(scene.grace, "/api/support/call/queue").statusCode(403).body("code", equalTo("not-permitted"));
        get(scene.grace, "/api/support/call/missed").statusCode(403).body("code", equalTo("not-permitted"));
        on(reader, id, "answer").statusCode(403).body("code", equalTo("not-permitted"));
        on(scene.ada, id, "callback").statusCode(403).body("code", equalTo("not-permitted"));
    }
}
