package dev.remotesupport.session.idle;

import static dev.remotesupport.session.Scene.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class EndIdleTest {

    private final Scene scene = new Scene();

    @Inject
    EndIdle endIdle;

    @Test
    void whereNothingHappensEverybodyIsWarnedOnceThoughManyLookAtOnce() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            quietFor(id, "21 minutes");

            sweepAtOnce();

            var warned = (SessionIdleWarned) EventJson.read(
                    events.await(event -> event.type().equals("SessionIdleWarned")
                                    && id.toString().equals(event.key()))
                            .body());
            assertThat(Duration.between(warned.at(), warned.endsAt())).isEqualTo(Duration.ofMinutes(10));
            sweep();
            assertThat(events.events("SessionIdleWarned", id.toString())).hasSize(1);
            assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
        }
    }

    @Test
    void whereNothingHappensAfterTheWarningEitherTheSessionEndsOnce() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = warned();
            noticeIsOver(id);

            sweepAtOnce();

            events.await(event ->
                    event.type().equals("SessionEnded") && id.toString().equals(event.key()));
            get(scene.ada, "/api/sessions/" + id).body("endReason", equalTo("idle"));
            assertThat(events.events("SessionEnded", id.toString())).hasSize(1);
        }
    }

    @Test
    void whoWritesKeepsTheSession() {
        var id = warned();

        Published.events(posted(id, Instant.now()));

        awaitActivity(id);
        noticeIsOver(id);
        sweep();
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void whoComesBackKeepsTheSession() {
        var id = warned();

        Published.events(new ParticipantJoined(
                scene.organisation,
                id,
                1,
                Instant.now(),
                UUID.randomUUID(),
                Seat.CUSTOMER,
                CallerKind.VISITOR,
                null,
                null,
                null,
                null));

        awaitActivity(id);
        noticeIsOver(id);
        sweep();
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void afterAnActivityTheNextSilenceIsWarnedOfAnew() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = warned();
            Published.events(posted(id, Instant.now()));
            awaitActivity(id);
            Scene.sql(
                    "UPDATE session SET idle_warned_at = now() - interval '2 hours', idle_ends_at = now() - interval '1 hour',"
                            + " last_active_at = now() - interval '24 minutes' WHERE id = '" + id + "'");

            sweep();

            events.await(event ->
                    event.type().equals("SessionIdleWarned") && id.toString().equals(event.key()));
            assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
        }
    }

    @Test
    void anOldMessageThatArrivesLateIsNoActivity() {
        var id = warned();
        var newest = warned();

        Published.events(posted(id, Instant.now().minus(Duration.ofHours(3))), posted(newest, Instant.now()));

        awaitActivity(newest);
        noticeIsOver(id);
        await().until(() -> Scene.state(scene.ada, id).equals("ended"));
    }

    @Test
    void whatIsNoEventDoesNotHideTheMessagesBehindIt() {
        var id = warned();

        Published.text("chat.events.v1", UUID.randomUUID().toString(), "{\"not\":\"ours\"}");
        Published.events(posted(id, Instant.now()));

        awaitActivity(id);
    }

    @Test
    void aSessionThatWaitsIsNeverIdle() {
        var id = scene.waiting();
        Scene.sql("UPDATE session SET absent_since = NULL, customer_seen = true WHERE id = '" + id + "'");
        quietFor(id, "3 days");

        sweep();
        sweep();

        assertThat(Scene.state(scene.ada, id)).isEqualTo("queued");
        assertThat(Scene.sql("SELECT count(*) FROM session WHERE idle_warned_at IS NULL AND id = '" + id + "'"))
                .isOne();
    }

    @Test
    void whereTheCustomerLetsSomebodyControlNothingIsIdle() {
        var id = scene.active();
        Scene.sql("""
                INSERT INTO session_grant (organisation_id, session_id, capability, given_by, expires_at)
                VALUES ('%s', '%s', 'control', gen_random_uuid(), now() + interval '1 hour')""".formatted(scene.organisation, id));
        quietFor(id, "3 hours");

        sweep();

        assertThat(Scene.sql("SELECT count(*) FROM session WHERE idle_warned_at IS NULL AND id = '" + id + "'"))
                .isOne();
    }

    @Test
    void anOrganisationSetsItsOwnTimes() {
        var id = scene.active();
        Scene.sql("INSERT INTO desk (organisation_id, idle_warn_minutes, idle_end_minutes) VALUES ('%s', 3, 5)"
                .formatted(scene.organisation));

        quietFor(id, "4 minutes");

        await().until(() -> Scene.sql(
                        "SELECT extract(epoch FROM idle_ends_at - idle_warned_at) FROM session WHERE id = '" + id + "'")
                == 120);
    }

    private UUID warned() {
        var id = UUID.fromString(
                Scene.post(scene.grace.withId(UUID.randomUUID().toString()), "/api/support/chat/start", Map.of())
                        .statusCode(201)
                        .extract()
                        .path("sessionId"));
        Scene.post(scene.ada, "/api/support/chat/" + id + "/assign", Map.of()).statusCode(200);
        quietFor(id, "25 minutes");
        await().until(() ->
                Scene.sql("SELECT count(*) FROM session WHERE idle_warned_at IS NOT NULL AND id = '" + id + "'") == 1);
        return id;
    }

    private Event posted(UUID session, Instant at) {
        return new MessagePosted(
                scene.organisation, session, 1, at, UUID.randomUUID(), 1, CallerKind.VISITOR, Seat.CUSTOMER);
    }

    /** Moves everything of a session into the past. */
    private static void quietFor(UUID session, String since) {
        Scene.sql("""
                DO $$ BEGIN
                  PERFORM set_config('session_replication_role', 'replica', true);
                  UPDATE session SET requested_at = now() - interval '%1$s', last_active_at = now() - interval '%1$s',
                    connected_at = CASE WHEN connected_at IS NOT NULL THEN now() - interval '%1$s' END
                  WHERE id = '%2$s';
                END $$""".formatted(since, session));
    }

    private static void noticeIsOver(UUID session) {
        Scene.sql("UPDATE session SET idle_warned_at = idle_warned_at - interval '11 minutes',"
                + " idle_ends_at = now() - interval '1 second' WHERE id = '" + session + "'");
    }

    private static void awaitActivity(UUID session) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Scene.sql("SELECT count(*) FROM session WHERE last_active_at > idle_warned_at AND id = '"
                                + session + "'")
                        == 1);
    }

    private void sweep() {
        endIdle.sweep().await().atMost(Duration.ofSeconds(5));
    }

    private void sweepAtOnce() {
        Uni.join()
                .all(IntStream.range(0, 6).mapToObj(i -> endIdle.sweep()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
