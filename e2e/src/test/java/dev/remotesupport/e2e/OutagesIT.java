package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the suite stands on goes away for a while under load, and comes back. */
class OutagesIT {

    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private final RunningSuite suite = RunningSuite.shared();
    private final Rest api = new Rest(suite.baseUrl(), suite.apiKey());

    @AfterEach
    void endSessions() {
        api.endAllSessions();
    }

    @Test
    void everyServiceSaysThatItIsUnavailableWhilePostgresIsAway() {
        var anybody = new Rest(suite.baseUrl(), "");
        var admin = anybody.loggedIn(suite.account("admin", 0));
        var routes = List.of("/api/sessions", "/api/devices", "/api/stats/summary", "/api/sites");

        try (var outage = suite.stopPostgres()) {
            assertThat(routes).map(admin::get).allSatisfy(OutagesIT::isUnavailable);
            isUnavailable(anybody.post("/api/visitors", Map.of("siteKey", suite.siteKey())));
            isUnavailable(anybody.logIn(suite.account("support", 0)));
        }

        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(routes)
                        .map(admin::get)
                        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200)));
    }

    @Test
    void messagesAcknowledgedStoredSeenAndCountedAreTheSameAfterPostgresWasAway() {
        int countedBefore = messagesCounted();
        try (var load = new ChatLoad(suite)) {
            load.goesOn();

            try (var outage = suite.stopPostgres()) {
                await().pollDelay(OUTAGE)
                        .atMost(RECOVERY)
                        .until(() -> !load.refusals().isEmpty());
            }
            load.goesOn();
            load.finish();

            assertThat(load.refusals()).allSatisfy(OutagesIT::isUnavailable);
            assertThat(load.writers()).allSatisfy(OutagesIT::lostAndRepeatedNothing);
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(messagesCounted()).isEqualTo(countedBefore + load.acknowledged()));
        }
    }

    @Test
    void withoutKafkaNothingIsRefusedOrLateAndItsEventsFollow() {
        int countedBefore = messagesCounted();
        try (var load = new ChatLoad(suite)) {
            load.goesOn();

            try (var outage = suite.freezeKafka()) {
                await().during(OUTAGE)
                        .atMost(RECOVERY)
                        .until(() -> load.refusals().isEmpty());
                load.goesOn();
                for (var writer : load.writers()) {
                    var written = writer.acknowledged();
                    await().untilAsserted(() -> assertThat(writer.seen()).containsAll(written));
                }
            }
            load.finish();

            assertThat(load.refusals()).isEmpty();
            assertThat(load.writers()).allSatisfy(OutagesIT::lostAndRepeatedNothing);
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(messagesCounted()).isEqualTo(countedBefore + load.acknowledged()));
        }
    }

    private static void lostAndRepeatedNothing(ChatWriter writer) {
        var acknowledged = writer.acknowledged();
        assertThat(acknowledged)
                .map(ChatWriter.Message::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        assertThat(writer.stored()).isEqualTo(acknowledged);
        await().atMost(RECOVERY).untilAsserted(() -> assertThat(writer.seen()).isEqualTo(acknowledged));
    }

    private static void isUnavailable(Rest.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    /** Messages of all time, as stats-service knows them from events. */
    private int messagesCounted() {
        return api.get("/api/stats/summary").body().at("/total/messages").asInt();
    }
}
