package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.platform.inbox.Inbox;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps each event as a fact. Here it is the fact's own key, and not the newest version seen, that tells a repeated event
 * from a late one: counting needs every event, whatever the order in which they come.
 */
@ApplicationScoped
class FactRecorder {

    private static final String CONSUMER = "stats-facts";
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final Tenancy tenancy;
    private final FactStore store;
    private final Inbox inbox;
    private final Counter kept;

    FactRecorder(Tenancy tenancy, FactStore store, Inbox inbox, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.store = store;
        this.inbox = inbox;
        this.kept = meters.counter("remote_support.stats.facts");
    }

    /** Completes once all are kept; while Postgres is away it waits, and so does the consumer. */
    @Incoming("events")
    Uni<Void> record(ConsumerRecords<String, String> records) {
        return Uni.createFrom()
                .item(() -> facts(records))
                .chain(facts -> tenancy.asSystem(connection -> store.keep(connection, facts)))
                .invoke(fresh -> kept.increment(fresh))
                .replaceWithVoid()
                .onFailure(PostgresFailures::isTransient)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .onFailure()
                .recoverWithUni(() -> eachForItself(records));
    }

    /** One of them is no event of ours: the inbox parks that one, and the others are kept. */
    private Uni<Void> eachForItself(ConsumerRecords<String, String> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> inbox.consume(
                        CONSUMER,
                        record,
                        (connection, event) -> store.keep(connection, List.of(Fact.of(event.data())))
                                .replaceWithVoid()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Fact> facts(ConsumerRecords<String, String> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(ConsumerRecord::value)
                .map(EventJson::read)
                .map(Fact::of)
                .toList();
    }
}
