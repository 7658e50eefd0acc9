package dev.remotesupport.device.seen;

import static dev.remotesupport.device.Scene.at;
import static dev.remotesupport.device.Scene.awaitApplied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.device.Scene;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FollowRoomsTest {

    @Inject
    KafkaClientService kafka;

    private final Scene scene = new Scene();
    private final UUID session = UUID.randomUUID();
    private final UUID visitor = UUID.randomUUID();
    private final UUID tab = UUID.randomUUID();
    private final UUID secondTab = UUID.randomUUID();

    @Test
    void whoEntersIsOnline() {
        Published.events(scene.joined(session, 1, tab, visitor, 10));

        awaitApplied(session, 1);
        scene.devices()
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(visitor.toString()))
                .body("items[0].kind", equalTo("browser"))
                .body("items[0].name", equalTo("Firefox 140"))
                .body("items[0].os", equalTo("Windows 11"))
                .body("items[0].lastSeenAt", equalTo(at(10).toString()))
                .body("items[0].online", equalTo(true))
                .body("items[0].lastSessionId", equalTo(session.toString()));
    }

    @Test
    void aDeviceIsOnlineUntilItsLastTabIsGone() {
        Published.events(
                scene.joined(session, 1, tab, visitor, 10),
                scene.joined(session, 2, secondTab, visitor, 20),
                scene.left(session, 3, tab, 30));
        awaitApplied(session, 3);
        scene.devices().body("items.size()", equalTo(1)).body("items[0].online", equalTo(true));

        Published.events(scene.left(session, 4, secondTab, 40));

        awaitApplied(session, 4);
        scene.devices().body("items[0].online", equalTo(false)).body("items[0].lastSeenAt", equalTo(at(40).toString()));
    }

    @Test
    void theTechniciansBrowserIsNoDevice() {
        Published.events(new ParticipantJoined(
                scene.organisation,
                session,
                1,
                at(10),
                tab,
                Seat.TECHNICIAN,
                CallerKind.STAFF,
                null,
                "Chrome 142",
                "Linux",
                null));

        awaitApplied(session, 1);
        scene.devices().body("items", empty());
    }

    @Test
    void repetitionsChangeNothing() {
        Published.events(
                scene.joined(session, 1, tab, visitor, 10),
                scene.left(session, 2, tab, 20),
                scene.joined(session, 1, tab, visitor, 10),
                scene.joined(session, 3, tab, visitor, 30),
                scene.left(session, 2, tab, 20));

        awaitApplied(session, 3);
        scene.devices()
                .body("items.size()", equalTo(1))
                .body("items[0].online", equalTo(true))
                .body("items[0].lastSeenAt", equalTo(at(30).toString()));
    }

    @Test
    void ofTwoSessionsTheLaterOneCountsWhicheverIsHeardFirst() {
        var later = UUID.randomUUID();
        Published.events(scene.joined(later, 1, secondTab, visitor, 100, "Firefox 141", "Windows 12"));
        awaitApplied(later, 1);

        Published.events(scene.joined(session, 1, tab, visitor, 10), scene.left(session, 2, tab, 20));

        awaitApplied(session, 2);
        scene.devices()
                .body("items.size()", equalTo(1))
                .body("items[0].name", equalTo("Firefox 141"))
                .body("items[0].os", equalTo("Windows 12"))
                .body("items[0].lastSeenAt", equalTo(at(100).toString()))
                .body("items[0].lastSessionId", equalTo(later.toString()))
                .body("items[0].online", equalTo(true));
    }

    @Test
    void readingTheTopicAgainFromItsBeginningEndsWhereItWas() {
        var gone = UUID.randomUUID();
        Published.events(
                scene.joined(session, 1, tab, visitor, 10),
                scene.joined(gone, 1, secondTab, UUID.randomUUID(), 20),
                scene.left(gone, 2, secondTab, 30));
        awaitApplied(session, 1);
        awaitApplied(gone, 2);
        var before = scene.devices().extract().asString();
        Scene.sql("DELETE FROM inbox WHERE event_key IN ('" + session + "', '" + gone + "')");

        kafka.getConsumer("signaling-events")
                .runOnPollingThread(consumer -> {
                    consumer.seekToBeginning(consumer.assignment());
                })
                .await()
                .atMost(Duration.ofSeconds(10));

        awaitApplied(session, 1);
        awaitApplied(gone, 2);
        assertThat(scene.devices().extract().asString()).isEqualTo(before);
    }

    @Test
    void whatHappensWhilePostgresIsAwayIsAppliedAfterwards() {
        Outage.stopPostgres();
        try {
            Published.events(scene.joined(session, 1, tab, visitor, 10), scene.left(session, 2, tab, 20));
        } finally {
            Outage.startPostgres();
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> scene.devices()
                        .body("items.size()", equalTo(1))
                        .body("items[0].online", equalTo(false))
                        .body("items[0].lastSeenAt", equalTo(at(20).toString())));
    }
}
