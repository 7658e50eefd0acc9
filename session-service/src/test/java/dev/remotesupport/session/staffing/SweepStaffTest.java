package dev.remotesupport.session.staffing;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SweepStaffTest {

    private final Scene scene = new Scene();

    @Inject
    SweepStaff sweepStaff;

    @Test
    void whoseConsoleIsSilentForFifteenSecondsIsNotConnected() {
        try (var events = EventCollector.on("desk.events.v1")) {
            scene.atWork(scene.ada);
            silentFor(16);

            await().untilAsserted(() -> get(scene.ada, "/api/desk/me").body("connected", equalTo(false)));

            get(scene.ada, "/api/desk/me")
                    .body("availability", equalTo("online"))
                    .body("available", equalTo(false));
            events.await(
                    event -> event.key().equals(scene.ada.id()) && event.body().contains("\"connected\":false"));
        }
    }

    @Test
    void whoComesBackIsAvailableAgainWithoutAWord() {
        scene.atWork(scene.ada);
        silentFor(16);
        sweep();

        scene.atWork(scene.ada);

        get(scene.ada, "/api/desk/me").body("connected", equalTo(true)).body("available", equalTo(true));
    }

    @Test
    void whoIsHeardStaysConnected() {
        scene.atWork(scene.ada);
        silentFor(14);

        sweep();

        get(scene.ada, "/api/desk/me").body("connected", equalTo(true));
    }

    @Test
    void whoSaidGoodbyeIsGoneSoonUnlessAnotherConsoleIsOpen() {
        scene.atWork(scene.ada);
        scene.atWork(scene.bob);
        post(scene.ada, "/internal/desk/seen", Map.of("gone", List.of(scene.ada.id(), scene.bob.id())))
                .statusCode(204);

        // Bob's other console reports, as each does every five seconds.
        scene.atWork(scene.bob);
        Scene.sql("UPDATE staff_member SET seen_at = seen_at - interval '7 seconds' WHERE organisation_id = '"
                + scene.organisation + "'");
        sweep();

        get(scene.ada, "/api/desk/me").body("connected", equalTo(false));
        get(scene.bob, "/api/desk/me").body("connected", equalTo(true));
    }

    @Test
    void whatSomebodyWhoVanishedWasWorkingOnReturnsAfterAWhile() {
        scene.atWork(scene.ada);
        var id = scene.active();
        Published.events(customerJoined(id));
        await().until(() ->
                Scene.sql("SELECT count(*) FROM session WHERE absent_since IS NULL AND id = '" + id + "'") == 1);
        silentFor(16);
        sweep();
        assertThat(Scene.state(scene.supervisor, id)).isEqualTo("active");

        Scene.sql("UPDATE session SET assigned_at = assigned_at - interval '3 minutes' WHERE id = '" + id + "'");
        Scene.sql("UPDATE staff_member SET gone_at = gone_at - interval '121 seconds' WHERE organisation_id = '"
                + scene.organisation + "'");

        await().until(() -> Scene.state(scene.supervisor, id).equals("queued"));
    }

    @Test
    void aSessionWhoseCustomerIsGoneTooStaysWhereItIs() {
        scene.atWork(scene.ada);
        var id = scene.active();
        silentFor(16);
        sweep();
        Scene.sql("UPDATE session SET assigned_at = assigned_at - interval '3 minutes' WHERE id = '" + id + "'");
        Scene.sql("UPDATE staff_member SET gone_at = gone_at - interval '121 seconds' WHERE organisation_id = '"
                + scene.organisation + "'");

        sweep();

        assertThat(Scene.state(scene.supervisor, id)).isEqualTo("active");
    }

    @Test
    void whoWorksWithoutAConsoleKeepsTheSession() {
        var id = scene.active();
        Published.events(customerJoined(id));
        await().until(() ->
                Scene.sql("SELECT count(*) FROM session WHERE absent_since IS NULL AND id = '" + id + "'") == 1);

        sweep();

        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    private void silentFor(int seconds) {
        Scene.sql("UPDATE staff_member SET seen_at = now() - interval '%d seconds' WHERE organisation_id = '%s'"
                .formatted(seconds, scene.organisation));
    }

    private void sweep() {
        sweepStaff.sweep().await().atMost(Duration.ofSeconds(5));
    }

    private ParticipantJoined customerJoined(UUID session) {
        return new ParticipantJoined(
                scene.organisation,
                session,
                1,
                Instant.now(),
                UUID.randomUUID(),
                Seat.CUSTOMER,
                CallerKind.VISITOR,
                null,
                "Firefox 140",
                "Windows",
                null);
    }
}
