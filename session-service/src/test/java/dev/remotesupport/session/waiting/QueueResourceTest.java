package dev.remotesupport.session.waiting;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class QueueResourceTest {

    private final Scene scene = new Scene();

    @Test
    void whoAskedFirstStandsFirst() {
        var first = scene.waiting();
        var second = scene.waitingOf(scene.stranger);

        get(scene.ada, "/api/sessions/queue")
                .statusCode(200)
                .body("waiting", equalTo(2))
                .body("available", equalTo(0))
                .body("longestWaitSeconds", greaterThanOrEqualTo(0))
                .body("items.session.id", contains(first.toString(), second.toString()))
                .body("items.position", contains(1, 2))
                .body("items[0].expectedWaitSeconds", equalTo(null))
                .body("items[0].session.customerName", equalTo("Visitor"));
    }

    @Test
    void whoIsOfferedStandsAtNoPlace() {
        scene.atWork(scene.ada);
        var id = scene.waiting();
        await().until(() -> Scene.state(scene.ada, id).equals("offered"));

        get(scene.ada, "/api/sessions/queue")
                .body("available", equalTo(1))
                .body("items[0].position", equalTo(0))
                .body("items[0].expectedWaitSeconds", equalTo(0))
                .body("items[0].offeredTo", equalTo(scene.ada.id()));
    }

    @Test
    void whoIsHelpedStandsInTheQueueNoMore() {
        scene.active();
        var second = scene.waitingOf(scene.stranger);

        get(scene.ada, "/api/sessions/queue").body("items.session.id", contains(second.toString()));
    }

    @Test
    void theSignalingServiceAsksWithACustomersToken() {
        var first = scene.waiting();
        var second = scene.waitingOf(scene.stranger);

        get(scene.grace, "/internal/queue?first=1")
                .statusCode(200)
                .body("waiting", equalTo(2))
                .body("staffAvailable", equalTo(false))
                .body("items.sessionId", contains(first.toString()));
        get(scene.grace, "/internal/queue?first=all")
                .body("items.sessionId", contains(first.toString(), second.toString()))
                .body("items.position", contains(1, 2))
                .body("items.staffAvailable", contains(false, false));
        get(scene.grace, "/internal/queue?first=some").statusCode(400).body("code", equalTo("query-not-understood"));
    }

    @Test
    void theBoardShowsTwoHundred() {
        scene.waiting();
        Scene.sql("""
                INSERT INTO session (organisation_id, number, channels, customer_kind, customer_id, customer_name, customer_claimed)
                SELECT '%s', n, '{chat}', 'visitor', 'v' || n, 'Visitor', true FROM generate_series(2, 250) AS n
                """.formatted(scene.organisation));
        Scene.sql(
                "UPDATE session SET state = 'queued', version = 2 WHERE state = 'requested' AND organisation_id = '%s'"
                        .formatted(scene.organisation));

        get(scene.ada, "/api/sessions/queue").body("waiting", equalTo(250)).body("items", hasSize(200));
    }

    @Test
    void theQueueOfAnotherOrganisationIsNotSeen() {
        scene.waiting();

        get(new Scene().ada, "/api/sessions/queue").body("waiting", equalTo(0)).body("items", hasSize(0));
    }

    @Test
    void customersDoNotSeeWhoElseWaits() {
        get(scene.grace, "/api/sessions/queue").statusCode(403);
        get(TestTokens.apiKey(scene.organisation, "chat:read"), "/api/sessions/queue")
                .statusCode(403);
    }

    @Test
    void severalWhoPickUpAtOnceEmptyTheQueueOnce() {
        var id = scene.waiting();

        var refused = IntStream.range(0, 4)
                .parallel()
                .map(i -> post(i % 2 == 0 ? scene.ada : scene.bob, "/api/sessions/assign", Map.of("sessionId", id))
                        .extract()
                        .statusCode())
                .filter(code -> code == 409)
                .count();

        assertThat(refused).isEqualTo(2);
        get(scene.ada, "/api/sessions/queue").body("waiting", equalTo(0));
    }
}
