package dev.remotesupport.session.presence;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ConsentWithdrawn;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FollowPresenceTest {

    private static final UUID TAB = UUID.randomUUID();
    private static final UUID SECOND_TAB = UUID.randomUUID();
    private static final UUID CONSOLE = UUID.randomUUID();

    private final Scene scene = new Scene();

    @Test
    void theLastCustomerGoneInterruptsAndTheFirstBackResumes() {
        try (var events = EventCollector.on("session.events.v1")) {
            var id = scene.active();
            var connectedAt = get(scene.ada, "/api/sessions/" + id).extract().<String>path("connectedAt");
            Published.events(joined(id, 1, TAB), joined(id, 2, SECOND_TAB), left(id, 3, TAB), left(id, 4, SECOND_TAB));
            awaitState(id, "interrupted");
            get(scene.ada, "/api/sessions/" + id).body("endedAt", equalTo(null));

            Published.events(joined(id, 5, TAB));

            awaitState(id, "active");
            get(scene.ada, "/api/sessions/" + id).body("connectedAt", equalTo(connectedAt));
            events.await(event ->
                    event.type().equals("SessionInterrupted") && id.toString().equals(event.key()));
            events.await(event ->
                    event.type().equals("SessionResumed") && id.toString().equals(event.key()));
        }
    }

    @Test
    void oneOfTwoTabsGoneInterruptsNothing() {
        var id = scene.active();

        Published.events(joined(id, 1, TAB), joined(id, 2, SECOND_TAB), left(id, 3, TAB));

        awaitApplied(id, 3);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
    }

    @Test
    void theTechniciansConsoleComesAndGoesWithoutConsequence() {
        var id = scene.active();

        Published.events(
                joined(id, 1, TAB),
                new ParticipantJoined(
                        scene.organisation,
                        id,
                        2,
                        Instant.now(),
                        CONSOLE,
                        Seat.TECHNICIAN,
                        CallerKind.STAFF,
                        null,
                        "X",
                        "Y",
                        null),
                new ParticipantLeft(
                        scene.organisation, id, 3, Instant.now(), CONSOLE, Seat.TECHNICIAN, LeaveReason.LOST));

        awaitApplied(id, 3);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
        get(scene.ada, "/api/sessions/" + id).body("machineName", equalTo("Firefox 140 on Windows"));
    }

    @Test
    void repetitionsAndLateOnesChangeNothing() {
        var id = scene.active();

        Published.events(
                joined(id, 1, TAB),
                left(id, 2, TAB),
                joined(id, 3, TAB),
                left(id, 2, TAB),
                joined(id, 1, TAB),
                left(id, 2, TAB),
                joined(id, 3, TAB));

        awaitApplied(id, 3);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("active");
        // Assigned in version 3, then interrupted and resumed once.
        await().until(() -> get(scene.ada, "/api/sessions/" + id).extract().<Integer>path("version") == 5);
    }

    @Test
    void aWaitingSessionOnlyRemembersThatNobodyIsThere() {
        var id = scene.waiting();

        Published.events(joined(id, 1, TAB), left(id, 2, TAB));

        awaitApplied(id, 2);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("queued");
    }

    @Test
    void whoTakesASessionOfSomebodyGoneSeesThatItIsInterrupted() {
        var id = scene.waiting();
        Published.events(joined(id, 1, TAB), left(id, 2, TAB));
        awaitApplied(id, 2);

        var answer = post(scene.ada, "/api/sessions/assign", Map.of("sessionId", id));

        answer.statusCode(200).body("state", equalTo("interrupted")).body("staff.name", equalTo("Ada"));
    }

    @Test
    void theMachineIsNamedByBrowserAndSystemUntilSomebodyKnowsBetter() {
        var id = scene.active();
        Published.events(joined(id, 1, TAB));
        await().untilAsserted(() ->
                get(scene.ada, "/api/sessions/" + id).body("machineName", equalTo("Firefox 140 on Windows")));

        post(scene.ada, "/api/sessions/register", Map.of("sessionId", id, "machineName", "FRONT-DESK-02"))
                .statusCode(200);
        Published.events(joined(id, 2, SECOND_TAB));

        awaitApplied(id, 2);
        get(scene.ada, "/api/sessions/" + id).body("machineName", equalTo("FRONT-DESK-02"));
    }

    @Test
    void whatComesAfterTheEndLeavesNothingBehind() {
        var id = scene.ended();

        Published.events(joined(id, 1, TAB));

        awaitApplied(id, 1);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("ended");
        assertThat(Scene.sql("SELECT count(*) FROM presence WHERE session_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void consentWithdrawnAtTheRelayIsStored() {
        var id = scene.active();
        var grants = "/internal/sessions/" + id + "/grants";
        post(scene.tabOf(id), grants, Map.of("capability", "view")).statusCode(201);
        post(scene.tabOf(id), grants, Map.of("capability", "control")).statusCode(201);

        Published.events(
                new ConsentWithdrawn(scene.organisation, id, 1, Instant.now(), TAB, Capability.VIEW),
                new ConsentWithdrawn(scene.organisation, id, 1, Instant.now(), TAB, Capability.VIEW));

        awaitApplied(id, 1);
        get(scene.tabOf(id), "/internal/sessions/" + id + "/room")
                .body("grants.capability", equalTo(java.util.List.of("control")))
                .body("version", equalTo(6));
    }

    @Test
    void aLateWithdrawalDoesNotTouchANewerGrant() {
        var id = scene.active();
        post(scene.tabOf(id), "/internal/sessions/" + id + "/grants", Map.of("capability", "view"))
                .statusCode(201);

        Published.events(
                new ConsentWithdrawn(scene.organisation, id, 1, Instant.now().minusSeconds(60), TAB, Capability.VIEW));

        awaitApplied(id, 1);
        get(scene.tabOf(id), "/internal/sessions/" + id + "/room").body("grants.size()", equalTo(1));
    }

    private ParticipantJoined joined(UUID session, long version, UUID participant) {
        return new ParticipantJoined(
                scene.organisation,
                session,
                version,
                Instant.now(),
                participant,
                Seat.CUSTOMER,
                CallerKind.VISITOR,
                null,
                "Firefox 140",
                "Windows",
                null);
    }

    private ParticipantLeft left(UUID session, long version, UUID participant) {
        return new ParticipantLeft(
                scene.organisation, session, version, Instant.now(), participant, Seat.CUSTOMER, LeaveReason.LOST);
    }

    private void awaitState(UUID session, String state) {
        await().until(() -> Scene.state(scene.ada, session).equals(state));
    }

    private static void awaitApplied(UUID session, long version) {
        await().until(() -> Scene.sql("SELECT version FROM inbox WHERE consumer = 'session-presence' AND event_key = '"
                        + session + "'")
                == version);
    }
}
