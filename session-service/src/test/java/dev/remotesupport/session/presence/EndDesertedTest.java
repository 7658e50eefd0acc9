package dev.remotesupport.session.presence;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class EndDesertedTest {

    private final Scene scene = new Scene();

    @Inject
    EndDeserted endDeserted;

    @Test
    void whoIsGoneWhileWaitingWaitsNoLonger() {
        var id = scene.waiting();

        away(id, "16 minutes");

        awaitEnded(id);
        get(scene.supervisor, "/api/sessions/" + id)
                .body("endReason", equalTo("abandoned"))
                .body("durationSeconds", equalTo(0));
    }

    @Test
    void aMessageOfSomebodyWhomWeCanReachIsKept() {
        var id = scene.waiting();
        Scene.sql("UPDATE session SET customer_email = 'grace@example.com', absent_since = now() - interval '6 days'"
                + " WHERE id = '" + id + "'");

        endDeserted.sweep().await().atMost(Duration.ofSeconds(5));
        assertThat(Scene.state(scene.supervisor, id)).isNotEqualTo("ended");

        Scene.sql("UPDATE session SET absent_since = now() - interval '8 days' WHERE id = '" + id + "'");
        awaitEnded(id);
    }

    @Test
    void anInterruptionThatLastsTooLongIsAnEnd() {
        var id = scene.active();
        Scene.sql("UPDATE session SET state = 'interrupted', version = version + 1 WHERE id = '" + id + "'");

        away(id, "31 minutes");

        awaitEnded(id);
        get(scene.supervisor, "/api/sessions/" + id).body("endReason", equalTo("interrupted-too-long"));
    }

    @Test
    void shorterAbsencesAndSessionsUnderWayStay() {
        var waiting = scene.waiting();
        var interrupted = activeOf(new Scene());
        var active = activeOf(new Scene());
        Scene.sql("UPDATE session SET state = 'interrupted', version = version + 1 WHERE id = '" + interrupted + "'");
        away(waiting, "14 minutes");
        away(interrupted, "29 minutes");
        away(active, "3 days");

        endDeserted.sweep().await().atMost(Duration.ofSeconds(5));

        assertThat(Scene.sql("SELECT count(*) FROM session WHERE state <> 'ended' AND id IN ('%s', '%s', '%s')"
                        .formatted(waiting, interrupted, active)))
                .isEqualTo(3);
    }

    @Test
    void sweepsAtOnceEndEachSessionOnce() {
        try (var events = EventCollector.on("session.events.v1")) {
            var ids =
                    IntStream.range(0, 20).mapToObj(i -> new Scene().waiting()).toList();
            ids.forEach(id -> away(id, "1 hour"));

            Uni.join()
                    .all(IntStream.range(0, 6)
                            .mapToObj(i -> endDeserted.sweep())
                            .toList())
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(10));

            ids.forEach(id -> events.await(event ->
                    event.type().equals("SessionEnded") && id.toString().equals(event.key())));
            ids.forEach(id ->
                    assertThat(events.events("SessionEnded", id.toString())).hasSize(1));
        }
    }

    @Test
    void whatEndedByItselfCanBeginAgain() {
        var id = scene.waiting();
        away(id, "16 minutes");
        awaitEnded(id);

        var again = post(scene.grace, "/api/support/chat/start", Map.of());

        again.statusCode(201).body("session.number", equalTo(2));
    }

    private static UUID activeOf(Scene scene) {
        return scene.active();
    }

    /** Of whom nothing is known but this browser. */
    private static void away(UUID session, String since) {
        Scene.sql("UPDATE session SET customer_email = NULL, absent_since = now() - interval '%s' WHERE id = '%s'"
                .formatted(since, session));
    }

    private void awaitEnded(UUID session) {
        await().until(() -> Scene.state(scene.supervisor, session).equals("ended"));
    }
}
