package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.put;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CallBackResourceTest {

    private static final String MISSED = "/api/support/call/missed";

    private final Scene scene = new Scene();

    @Test
    void whoDoesNotWaitIsCalledBackByAnybodyOnce() {
        var id = waiting(scene.grace);

        on(scene.grace, id, "callback", Map.of("contact", "+254 20 1234567", "note", "After five, please."))
                .statusCode(200)
                .body("state", equalTo("missed"))
                .body("endReason", equalTo("call-back-requested"));

        get(scene.bob, MISSED)
                .body("items.id", contains(id.toString()))
                .body("items[0].rangHere", equalTo(false))
                .body("items[0].callBack.contact", equalTo("***67"))
                .body("items[0].callBack.doneAt", nullValue());
        get(scene.lead, MISSED).body("items[0].callBack.contact", equalTo("+254 20 1234567"));
        put(scene.bob, path(id) + "/callback", Map.of()).statusCode(200).body("callBack.doneBy", equalTo("Bob"));
        put(scene.ada, path(id) + "/callback", Map.of())
                .statusCode(200)
                .body("callBack.doneBy", equalTo("Bob"))
                .body("callBack.doneAt", notNullValue());
    }

    @Test
    void onlyWhoWaitsAsksToBeCalledBack() {
        var id = active(scene.grace, scene.ada);
        var waits = waiting(scene.stranger);

        on(scene.grace, id, "callback").statusCode(409).body("code", equalTo("not-now"));
        on(scene.grace, waits, "callback").statusCode(404).body("code", equalTo("call-unknown"));
        on(scene.stranger, waits, "callback").statusCode(200);
        on(scene.stranger, waits, "callback").statusCode(409).body("code", equalTo("call-over"));
    }

    @Test
    void whereNobodyAskedThereIsNobodyToCallBack() {
        var id = waiting(scene.grace);
        on(scene.grace, id, "end").statusCode(200);

        put(scene.lead, path(id) + "/callback", Map.of()).statusCode(404).body("code", equalTo("call-unknown"));
    }

    @Test
    void missedCallsAreTheLeadsToSee() {
        var id = waiting(scene.grace);
        on(scene.grace, id, "end").statusCode(200);

        get(scene.lead, MISSED).body("items.id", contains(id.toString())).body("items[0].callBack", nullValue());
        get(scene.bob, MISSED).body("items", empty());
        get(new Scene().lead, MISSED).body("items", empty());
    }
}
