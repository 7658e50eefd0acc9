package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.awaitRinging;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.session;
import static dev.remotesupport.session.calldesk.Calling.state;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class AnswerCallResourceTest {

    private final Scene scene = new Scene();

    @Test
    void aCallThatWaitsIsAnsweredAndTold() {
        try (var events = EventCollector.on("call.events.v1")) {
            var id = waiting(scene.grace);

            on(scene.ada, id, "answer")
                    .statusCode(200)
                    .body("state", equalTo("active"))
                    .body("staffId", equalTo(scene.ada.id()))
                    .body("staffName", equalTo("Ada"))
                    .body("answeredAt", notNullValue());

            events.await(event ->
                    event.type().equals("CallAnswered") && id.toString().equals(event.key()));
            assertThat(events.events().stream().filter(event -> id.toString().equals(event.key())))
                    .extracting(event -> event.type() + " " + event.headers().get("ce_aggregateversion"))
                    .containsExactly("CallQueued 1", "CallRinging 2", "CallAnswered 3");
            assertThat(Scene.state(scene.ada, session(scene.ada, id))).isEqualTo("active");
        }
    }

    @Test
    void answeringAgainIsNoError() {
        var id = active(scene.grace, scene.ada);

        on(scene.ada, id, "answer").statusCode(200).body("version", equalTo(3));
    }

    @Test
    void ofTwoWhoAnswerAtOnceExactlyOneWins() {
        var id = waiting(scene.grace);

        var codes = Stream.of(scene.ada, scene.bob)
                .parallel()
                .map(staff -> on(staff, id, "answer").extract().statusCode())
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        assertThat(Scene.sql("SELECT count(*) FROM call WHERE state = 'active' AND id = '" + id + "'"))
                .isOne();
    }

    @Test
    void whoComesTooLateIsToldThatAColleagueHasIt() {
        var id = active(scene.grace, scene.ada);

        on(scene.bob, id, "answer").statusCode(409).body("code", equalTo("already-assigned"));
    }

    @Test
    void afterTheCustomerHasHungUpNobodyAnswers() {
        var id = waiting(scene.grace);
        on(scene.grace, id, "end")
                .statusCode(200)
                .body("state", equalTo("missed"))
                .body("endReason", equalTo("ended-by-customer"));

        on(scene.ada, id, "answer").statusCode(409).body("code", equalTo("call-over"));
    }

    @Test
    void aCustomerDoesNotAnswerForTheStaff() {
        var id = waiting(scene.grace);

        on(scene.grace, id, "answer").statusCode(403).body("code", equalTo("not-your-call"));

        assertThat(state(scene.ada, id)).isEqualTo("queued");
    }

    @Test
    void nobodySpeaksInMoreCallsThanHeOrSheMay() {
        Calling.limit(scene, scene.ada, 1);
        active(scene.grace, scene.ada);
        var second = waiting(scene.stranger);

        on(scene.ada, second, "answer").statusCode(409).body("code", equalTo("staff-at-capacity"));

        assertThat(state(scene.ada, second)).isEqualTo("queued");
        on(scene.bob, second, "answer").statusCode(200);
    }

    @Test
    void whoHasNoRoomForAnotherCallPicksNoneUp() {
        Calling.limit(scene, scene.ada, 1);
        active(scene.grace, scene.ada);
        var second = waiting(scene.stranger);
        var path = "/api/support/chat/" + Calling.session(scene.stranger, second) + "/assign";

        post(scene.ada, path, Map.of()).statusCode(409).body("code", equalTo("staff-at-capacity"));

        assertThat(state(scene.ada, second)).isEqualTo("queued");
        post(scene.bob, path, Map.of()).statusCode(200);
    }

    @Test
    void whoTakesTwoAtOnceGetsOneWhereOneIsAllowed() {
        Calling.limit(scene, scene.ada, 1);
        var ids = Stream.of(scene.grace, scene.stranger).map(Calling::waiting).toList();

        var codes = ids.stream()
                .parallel()
                .map(id -> on(scene.ada, id, "answer").extract().statusCode())
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aSystemAnswersForTheMemberWhomItNames() {
        get(scene.ada, "/api/desk/me").statusCode(200);
        var id = waiting(scene.grace);

        on(scene.key, id, "answer").statusCode(400).body("code", equalTo("staff-required"));
        on(scene.key, id, "answer", Map.of("staffId", scene.ada.id()))
                .statusCode(200)
                .body("staffId", equalTo(scene.ada.id()));
        on(scene.key, id, "end").statusCode(200).body("endReason", equalTo("ended-by-api"));
    }

    @Test
    void nobodyOfTheStaffAnswersForAnother() {
        var id = waiting(scene.grace);

        on(scene.bob, id, "answer", Map.of("staffId", scene.ada.id()))
                .statusCode(403)
                .body("code", equalTo("not-your-call"));
    }

    @Test
    void whatRingsAtOneIsAcceptedAsASessionToo() {
        scene.atWork(scene.ada);
        var id = waiting(scene.grace);
        awaitRinging(id, scene.ada);
        var session = session(scene.ada, id);

        post(scene.ada, "/api/sessions/" + session + "/accept", Map.of()).statusCode(200);

        assertThat(state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void aDeclinedCallRingsAtSomebodyElse() {
        scene.atWork(scene.ada);
        var id = waiting(scene.grace);
        awaitRinging(id, scene.ada);
        scene.atWork(scene.bob);

        on(scene.bob, id, "decline").statusCode(403).body("code", equalTo("not-your-call"));
        on(scene.ada, id, "decline").statusCode(200);

        awaitRinging(id, scene.bob);
    }
}
