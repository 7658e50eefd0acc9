package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.awaitRinging;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CallQueueResourceTest {

    private static final String QUEUE = "/api/support/call/queue";

    private final Scene scene = new Scene();

    @Test
    void callsWaitInTheOrderOfTheirRequestsAndChatsAreNotAmongThem() {
        var first = waiting(scene.grace);
        scene.waitingOf(TestTokens.visitor(scene.organisation, scene.site));
        var second = waiting(scene.stranger);

        get(scene.ada, QUEUE)
                .statusCode(200)
                .body("waiting", equalTo(2))
                .body("items.call.id", contains(first.toString(), second.toString()))
                .body("items.call.state", contains("queued", "queued"))
                .body("items.position", contains(1, 2));
        get(scene.ada, "/api/sessions/queue").body("waiting", equalTo(3)).body("items.position", contains(1, 2, 3));
    }

    @Test
    void whatRingsIsAtNoPlaceAndWhatIsAnsweredNotThere() {
        Calling.limit(scene, scene.ada, 1);
        scene.atWork(scene.ada);
        var first = waiting(scene.grace);
        awaitRinging(first, scene.ada);
        var second = waiting(scene.stranger);

        get(scene.ada, QUEUE)
                .body("items.call.id", contains(first.toString(), second.toString()))
                .body("items.call.state", contains("ringing", "queued"))
                .body("items.position", contains(0, 1));
        on(scene.ada, first, "answer").statusCode(200);
        get(scene.ada, QUEUE).body("items.call.id", contains(second.toString()));
    }

    @Test
    void nobodyIsOfferedMoreCallsThanHeOrSheMayHave() {
        Calling.limit(scene, scene.ada, 1);
        active(scene.grace, scene.ada);
        scene.atWork(scene.ada);

        var second = waiting(scene.stranger);
        var chat = scene.waitingOf(TestTokens.visitor(scene.organisation, scene.site));

        await().until(() -> Scene.state(scene.ada, chat).equals("offered"));
        get(scene.ada, QUEUE).body("items.call.id", contains(second.toString())).body("items.position", contains(1));
    }

    @Test
    void anotherOrganisationsQueueIsItsOwn() {
        waiting(scene.grace);

        get(new Scene().ada, QUEUE).body("waiting", equalTo(0)).body("items", empty());
    }
}
