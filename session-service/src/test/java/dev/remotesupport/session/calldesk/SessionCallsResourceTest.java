package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.ringing;
import static dev.remotesupport.session.calldesk.Calling.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SessionCallsResourceTest {

    private final Scene scene = new Scene();

    @Test
    void withinASessionTheCustomersCallRingsAtTheTechnician() {
        var session = scene.active();

        var id = ringing(scene.grace, session);

        get(scene.ada, path(id))
                .body("state", equalTo("ringing"))
                .body("ringsAt", equalTo("technician"))
                .body("staffId", equalTo(scene.ada.id()));
        on(scene.ada, id, "answer").statusCode(200).body("state", equalTo("active"));
        on(scene.grace, id, "end").statusCode(200).body("state", equalTo("completed"));
        assertThat(Scene.state(scene.ada, session)).isEqualTo("active");
    }

    @Test
    void asLongAsThereIsACallItsSessionCountsAsOne() {
        var session = scene.active();
        var id = ringing(scene.grace, session);

        get(scene.ada, "/api/sessions/" + session).body("channels", contains("call", "chat"));
        get(scene.ada, "/api/desk/me").body("load.call", equalTo(1)).body("load.chat", equalTo(0));
        on(scene.grace, id, "end").statusCode(200);
        get(scene.ada, "/api/sessions/" + session).body("channels", contains("chat", "call"));
        get(scene.ada, "/api/desk/me").body("load.call", equalTo(0)).body("load.chat", equalTo(1));
    }

    @Test
    void withinASessionTheTechniciansCallRingsAtTheCustomer() {
        var session = scene.active();

        var id = ringing(scene.ada, session);

        on(scene.ada, id, "answer").statusCode(409).body("code", equalTo("not-now"));
        on(scene.grace, id, "answer")
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("askedBy", equalTo("technician"));
    }

    @Test
    void whatACustomerDeclinesIsOverAndTheSessionGoesOn() {
        var session = scene.active();
        var id = ringing(scene.ada, session);

        on(scene.grace, id, "decline")
                .statusCode(200)
                .body("state", equalTo("declined"))
                .body("endReason", equalTo("ended-by-customer"));

        on(scene.grace, id, "answer").statusCode(409).body("code", equalTo("call-over"));
        assertThat(Scene.state(scene.ada, session)).isEqualTo("active");
        ringing(scene.ada, session);
    }

    @Test
    void nobodyCallsInSomebodyElsesSession() {
        var session = scene.active();

        post(scene.bob, "/api/support/call/start", Map.of("sessionId", session)).statusCode(403);
        post(scene.stranger, "/api/support/call/start", Map.of("sessionId", session))
                .statusCode(404);
    }

    @Test
    void whoWaitsForAChatAndAsksForACallWaitsForACall() {
        var session = scene.waiting();

        post(scene.grace, "/api/support/call/start", Map.of())
                .statusCode(201)
                .body("sessionId", equalTo(session.toString()))
                .body("call.state", equalTo("queued"));

        get(scene.ada, "/api/sessions/" + session).body("channels[0]", equalTo("call"));
        get(scene.ada, "/api/support/call/queue").body("waiting", equalTo(1));
    }

    @Test
    void whoHasReloadedThePageFindsTheCall() {
        var session = scene.active();
        var declined = ringing(scene.ada, session);
        on(scene.grace, declined, "decline").statusCode(200);
        var id = ringing(scene.grace, session);
        on(scene.ada, id, "answer").statusCode(200);

        get(scene.grace, "/api/sessions/" + session + "/calls")
                .statusCode(200)
                .body("items.id", contains(id.toString(), declined.toString()))
                .body("items.state", contains("active", "declined"));
        get(scene.stranger, "/api/sessions/" + session + "/calls").statusCode(404);
    }

    @Test
    void aTransferredCallGoesOn() {
        scene.atWork(scene.bob);
        var id = active(scene.grace, scene.ada);
        var session = session(scene.ada, id);

        post(scene.ada, "/api/sessions/" + session + "/transfer", Map.of("staffId", scene.bob.id()))
                .statusCode(200);

        get(scene.bob, path(id))
                .body("state", equalTo("active"))
                .body("staffId", equalTo(scene.bob.id()))
                .body("staffName", equalTo("Bob"));
        get(scene.ada, path(id)).statusCode(403);
        on(scene.ada, id, "quality").statusCode(403);
    }
}
