package dev.remotesupport.session.calldesk;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.calldesk.Calling.active;
import static dev.remotesupport.session.calldesk.Calling.awaitRinging;
import static dev.remotesupport.session.calldesk.Calling.awaitState;
import static dev.remotesupport.session.calldesk.Calling.on;
import static dev.remotesupport.session.calldesk.Calling.path;
import static dev.remotesupport.session.calldesk.Calling.ringing;
import static dev.remotesupport.session.calldesk.Calling.session;
import static dev.remotesupport.session.calldesk.Calling.state;
import static dev.remotesupport.session.calldesk.Calling.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service sweeps too while these tests run; they hold whoever is first. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SweepCallsTest {

    private final Scene scene = new Scene();

    @Inject
    SweepCalls sweepCalls;

    @Test
    void anOfferThatIsNotAnsweredLetsTheCallWaitAgainAndIsAMissedCall() {
        scene.atWork(scene.ada);
        var id = waiting(scene.grace);
        awaitRinging(id, scene.ada);
        var session = session(scene.ada, id);
        Scene.sql("UPDATE call SET ring_expires_at = now() - interval '1 second' WHERE id = '" + id + "'");
        Scene.sql("UPDATE session SET offer_expires_at = now() - interval '1 second' WHERE id = '" + session + "'");

        awaitState(id, "queued");

        get(scene.ada, "/api/support/call/missed")
                .body("items.id", contains(id.toString()))
                .body("items[0].rangHere", equalTo(true));
        assertThat(Scene.sql("SELECT count(*) FROM session_refusal WHERE session_id = '" + session + "'"))
                .isOne();
    }

    @Test
    void whatIsDeclinedIsNoMissedCall() {
        scene.atWork(scene.ada);
        var id = waiting(scene.grace);
        awaitRinging(id, scene.ada);

        on(scene.ada, id, "decline").statusCode(200);

        assertThat(Scene.sql("SELECT count(*) FROM call_ring WHERE call_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void whatALeadGivesToSomebodyWhoDoesNotAnswerWaitsAgain() {
        scene.atWork(scene.ada);
        var id = waiting(scene.grace);
        awaitRinging(id, scene.ada);
        scene.atWork(scene.bob);
        post(scene.lead, "/api/sessions/assign", Map.of("sessionId", session(scene.ada, id), "staffId", scene.bob.id()))
                .statusCode(200);
        awaitRinging(id, scene.bob);
        expire(id);

        sweepAtOnce();

        awaitRinging(id, scene.ada);
        assertThat(Scene.sql("SELECT count(*) FROM call_ring WHERE call_id = '%s' AND staff_id = '%s'"
                        .formatted(id, scene.bob.id())))
                .isOne();
    }

    @Test
    void withinASessionACallThatNobodyAnswersIsMissedAndTheSessionGoesOn() {
        try (var events = EventCollector.on("call.events.v1")) {
            var session = scene.active();
            var id = ringing(scene.ada, session);
            expire(id);

            sweepAtOnce();

            events.await(
                    event -> event.type().equals("CallEnded") && id.toString().equals(event.key()));
            assertThat(events.events("CallEnded", id.toString())).hasSize(1);
            get(scene.ada, path(id)).body("state", equalTo("missed")).body("endReason", equalTo("unanswered"));
            assertThat(Scene.state(scene.ada, session)).isEqualTo("active");
        }
    }

    @Test
    void aCallOfWhichTheCustomerIsHeardNoMoreIsOverSinceThen() {
        var id = active(scene.grace, scene.ada);
        silent(id, "customer_heard_at");

        sweepAtOnce();

        awaitState(id, "completed");
        get(scene.ada, path(id)).body("endReason", equalTo("connection-lost")).body("durationSeconds", equalTo(120));
        assertThat(Scene.state(scene.ada, session(scene.ada, id))).isEqualTo("ended");
    }

    @Test
    void aCallThatTheTechnicianHasVanishedFromWaitsForAnother() {
        var id = active(scene.grace, scene.ada);
        silent(id, "staff_heard_at");

        sweepAtOnce();

        awaitState(id, "queued");
        on(scene.bob, id, "answer").statusCode(200).body("staffId", equalTo(scene.bob.id()));
    }

    @Test
    void aCallThatNobodyIsInIsOverWhereItsSessionGoesOn() {
        var session = scene.active();
        var id = ringing(scene.grace, session);
        on(scene.ada, id, "answer").statusCode(200);
        silent(id, "staff_heard_at");

        sweepAtOnce();

        awaitState(id, "completed");
        assertThat(Scene.state(scene.ada, session)).isEqualTo("active");
    }

    @Test
    void whoIsHeardStaysInTheCall() {
        var id = active(scene.grace, scene.ada);
        Scene.sql("UPDATE call SET customer_heard_at = now() - interval '50 seconds' WHERE id = '" + id + "'");
        on(scene.grace, id, "quality").statusCode(200);
        Scene.sql("UPDATE call SET staff_heard_at = now() - interval '30 seconds' WHERE id = '" + id + "'");

        sweepAtOnce();

        assertThat(state(scene.ada, id)).isEqualTo("active");
    }

    private static void expire(UUID call) {
        Scene.sql("UPDATE call SET ring_expires_at = now() - interval '1 second' WHERE id = '" + call + "'");
    }

    /** Answered three minutes ago; this side was last heard two minutes after that. */
    private static void silent(UUID call, String side) {
        Scene.sql("""
                DO $$ BEGIN
                  PERFORM set_config('session_replication_role', 'replica', true);
                  UPDATE call SET requested_at = clock.at - interval '4 minutes', answered_at = clock.at - interval '3 minutes 10 seconds',
                    %s = clock.at - interval '1 minute 10 seconds'
                  FROM (SELECT now() AS at) AS clock
                  WHERE id = '%s';
                END $$""".formatted(side, call));
    }

    private void sweepAtOnce() {
        Uni.join()
                .all(IntStream.range(0, 6).mapToObj(i -> sweepCalls.sweep()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
