package dev.remotesupport.stats.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.stats.TestEvents;
import dev.remotesupport.testkit.Outage;
import dev.remotesupport.testkit.Published;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class FactRecorderTest {

    private static final String NOON = "2026-05-04T12:00:00Z";

    @Inject
    FactRecorder recorder;

    private final TestEvents events = TestEvents.ofNewOrganisation();
    private final UUID session = UUID.randomUUID();

    @Test
    void eachEventIsKeptOnce() {
        var all = someEvents(20);

        record(all);

        assertThat(facts()).isEqualTo(22);
    }

    @Test
    void aRepeatedEventIsKeptOnce() {
        var all = new ArrayList<>(someEvents(20));
        all.addAll(someEvents(20));

        record(all);

        assertThat(facts()).isEqualTo(22);
    }

    @Test
    void eventsInAnyOrderAreAllKept() {
        var all = new ArrayList<>(someEvents(20));
        Collections.shuffle(all);

        all.forEach(event -> record(List.of(event)));

        assertThat(facts()).isEqualTo(22);
    }

    @Test
    void aRestartThatDeliversEverythingAgainChangesNothing() {
        var all = someEvents(20);
        record(all.subList(0, 13));

        record(all);

        assertThat(facts()).isEqualTo(22);
    }

    @Test
    void eventsArriveThroughKafka() {
        Published.events(someEvents(20));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(facts()).isEqualTo(22));
    }

    @Test
    void whatIsNoEventIsParkedAndTheOthersAreKept() throws Exception {
        var key = UUID.randomUUID().toString();
        Published.text(SessionEvent.TOPIC, key, "{\"not\":\"ours\"}");
        Published.events(someEvents(20));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(facts()).isEqualTo(22));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                count("SELECT count(*) FROM stats.parked_event WHERE event_key = '" + key + "'"))
                        .isOne());
    }

    @Test
    void eventsWaitWhilePostgresIsAway() {
        Outage.stopPostgres();
        CompletableFuture<Void> recorded;
        try {
            recorded = recorder.record(TestEvents.records(someEvents(20))).subscribeAsCompletionStage();
            assertThat(recorded).isNotDone();
        } finally {
            Outage.startPostgres();
        }

        recorded.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(facts()).isEqualTo(22);
    }

    private List<Event> someEvents(int messages) {
        var all = new ArrayList<Event>();
        all.add(events.requested(session, NOON));
        LongStream.rangeClosed(1, messages).forEach(sequence -> all.add(events.posted(session, sequence, NOON)));
        all.add(events.ended(session, NOON, 60));
        return all;
    }

    private void record(List<Event> some) {
        recorder.record(TestEvents.records(some)).await().atMost(Duration.ofSeconds(10));
    }

    private long facts() {
        return count("SELECT count(*) FROM stats.fact WHERE organisation_id = '" + events.organisation() + "'");
    }

    private static long count(String sql) {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
