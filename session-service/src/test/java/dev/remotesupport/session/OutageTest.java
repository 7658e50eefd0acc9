package dev.remotesupport.session;

import static dev.remotesupport.session.Scene.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.remotesupport.testkit.EventCollector;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene = new Scene();

    @Test
    void withKafkaAwayNothingIsRefusedAndTheEventsComeLater() {
        try (var events = EventCollector.on("session.events.v1")) {
            Outage.stopKafka();
            try {
                scene.ended();
            } finally {
                Outage.startKafka();
            }

            events.await(
                    event -> event.body().contains(scene.organisation.toString())
                            && event.type().equals("SessionEnded"),
                    PATIENCE);
            assertThat(events.events().stream().filter(event -> event.body().contains(scene.organisation.toString())))
                    .extracting(event -> event.headers().get("ce_aggregateversion"))
                    .containsSubsequence("1", "2", "3", "4");
        }
    }

    @Test
    void withPostgresAwayACallerIsToldToTryAgainAndThenSucceeds() {
        var id = scene.waiting();
        Outage.stopPostgres();
        try {
            post(scene.stranger, "/api/support/chat/start", Map.of())
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
        } finally {
            Outage.startPostgres();
        }

        await().atMost(PATIENCE)
                .until(() -> post(scene.stranger, "/api/support/chat/start", Map.of())
                                .extract()
                                .statusCode()
                        == 201);
        assertThat(Scene.state(scene.ada, id)).isEqualTo("queued");
    }
}
