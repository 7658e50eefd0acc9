package dev.remotesupport.session.handover;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kafka is away all the time: what is heard is heard directly. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(NeighbourStandIn.class)
class TellHandoverTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Scene scene = new Scene();

    @BeforeAll
    static void withoutKafka() {
        Outage.stopKafka();
    }

    @AfterAll
    static void withKafka() {
        Outage.startKafka();
    }

    @Test
    void aTransferIsToldToTheRoomsOwnerAndTheConversation() {
        var id = scene.active();
        scene.atWork(scene.bob);

        post(scene.ada, "/api/sessions/" + id + "/transfer", Map.of("staffId", scene.bob.id()))
                .statusCode(200);

        List.of("room", "conversation").forEach(whom -> {
            await().atMost(AT_ONCE).until(() -> told(whom, id).contains("SessionAssigned"));
            assertThat(told(whom, id))
                    .contains(scene.bob.id())
                    .contains("\"version\":4")
                    .contains("Bearer ");
        });
    }

    @Test
    void whatALeadTakesAwayIsToldToo() {
        var id = scene.active();
        scene.atWork(scene.bob);

        post(scene.lead, "/api/sessions/assign", Map.of("sessionId", id, "staffId", scene.bob.id()))
                .statusCode(200);

        await().atMost(AT_ONCE).until(() -> told("room", id).contains(scene.bob.id()));
    }

    @Test
    void whatSomebodyRemovedHadWaitsAgainAndIsTold() {
        var id = scene.active();

        delete(scene.supervisor, "/internal/desk/staff/" + scene.ada.id()).statusCode(204);

        await().atMost(AT_ONCE).until(() -> told("room", id).contains("SessionQueued"));
        assertThat(Scene.state(scene.bob, id)).isEqualTo("queued");
    }

    @Test
    void teamsThatChangeAreToldWhereSomebodySitsBesidesTheTechnician() {
        var looked = scene.active();
        var alone = scene.waitingOf(scene.stranger);
        post(scene.ada, "/api/support/chat/" + alone + "/assign", Map.of()).statusCode(200);
        post(scene.lead, "/internal/sessions/" + looked + "/admissions", Map.of("tab", "tab-of-the-lead"))
                .statusCode(200);
        assertThat(told("room", looked)).isEmpty();

        var team = post(scene.supervisor, "/api/desk/teams", Map.of("name", "Payments"));

        team.statusCode(201);
        List.of("room", "conversation")
                .forEach(whom ->
                        await().atMost(AT_ONCE).until(() -> told(whom, looked).contains("SessionAssigned")));
        assertThat(told("room", looked)).contains("\"version\":3");
        assertThat(told("room", alone)).isEmpty();
    }

    @Test
    void ofManySessionsEachIsToldRoundAfterRound() {
        var looked = lookedAt(1_001);

        post(scene.supervisor, "/api/desk/teams", Map.of("name", "Payments")).statusCode(201);

        List.of("room", "conversation")
                .forEach(whom -> await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(looked)
                                .allSatisfy(id -> assertThat(told(whom, id)).contains("SessionAssigned"))));
    }

    /** Sessions of Ada's in which the lead sits as well. */
    private List<UUID> lookedAt(int count) {
        var like = scene.organisation.toString().substring(0, 24);
        Scene.sql("""
                DO $$ BEGIN
                  PERFORM set_config('session_replication_role', 'replica', true);
                  INSERT INTO session (id, organisation_id, number, state, version, channels, customer_kind, customer_id,
                    customer_name, customer_claimed, staff_id, staff_name, requested_at, connected_at)
                  SELECT ('%1$s' || lpad(n::text, 12, '0'))::uuid, '%2$s', n, 'active', 3, '{chat}', 'visitor', 'v' || n, 'Grace', true,
                    '%3$s', 'Ada', now(), now()
                  FROM generate_series(1, %5$d) AS n;
                  INSERT INTO admission (organisation_id, session_id, caller_kind, caller_id, tab, seat)
                  SELECT organisation_id, id, 'staff', '%4$s', 'tab', 'technician' FROM session WHERE organisation_id = '%2$s';
                END $$""".formatted(like, scene.organisation, scene.ada.id(), scene.lead.id(), count));
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> UUID.fromString(like + "%012d".formatted(n)))
                .toList();
    }

    @Test
    void aFirstPickUpTakesNothingFromAnybodyAndIsNotTold() {
        var id = scene.active();

        assertThat(told("room", id)).isEmpty();
    }

    private static String told(String whom, UUID session) {
        return NeighbourStandIn.told(whom, session);
    }
}
