package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.awaitRinging;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.ringing;
import static dev.remotesupport.session.calldesk.Calling.session;
import static dev.remotesupport.session.calldesk.Calling.state;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void aCustomerDoesNotAnswerForTheStaff() {
        var id = waiting(scene.grace);

        on(scene.grace, id, "answer").statusCode(403).body("code", equalTo("not-your-call"));

        assertThat(state(scene.ada, id)).isEqualTo("queued");
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

    @Test
    void theEndOfASessionEndsItsCall() {
        var session = scene.active();
        var id = ringing(scene.grace, session);
        on(scene.ada, id, "answer").statusCode(200);

        post(scene.ada, "/api/sessions/" + session + "/end", Map.of()).statusCode(200);

        get(scene.ada, path(id)).body("state", equalTo("completed")).body("endReason", equalTo("ended-by-staff"));
    }

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
