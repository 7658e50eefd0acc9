package dev.remotesupport.session.idle;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.platform.inbox.Inbox;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Notes that somebody wrote. Only the newest message counts and noting it twice changes nothing, so a batch is one statement
 * and no version of each message is remembered: a thousand messages a second must not cost a thousand writes here.
 */
@ApplicationScoped
class FollowChat {

    private static final String CONSUMER = "session-activity";
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Tenancy tenancy;
    private final IdleStore store;

    FollowChat(Inbox inbox, Tenancy tenancy, IdleStore store) {
        this.inbox = inbox;
        this.tenancy = tenancy;
        this.store = store;
    }

    @Incoming("chat-events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        return Uni.createFrom()
                .item(() -> latest(events(records)))
                .chain(latest -> tenancy.asSystem(connection -> store.act(connection, latest)))
                .onFailure(PostgresFailures::isTransient)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .onFailure()
                .recoverWithUni(() -> eachForItself(records));
    }

    /** One of them is no event of ours: the inbox parks that one, and the others count. */
    private Uni<Void> eachForItself(ConsumerRecords<String, String> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> inbox.consume(
                        CONSUMER,
                        record,
                        (connection, received) -> store.act(connection, latest(List.of(received.data())))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Event> events(ConsumerRecords<String, String> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(ConsumerRecord::value)
                .map(EventJson::read)
                .toList();
    }

    static Map<UUID, Instant> latest(Collection<Event> events) {
        var latest = new TreeMap<UUID, Instant>();
        for (var event : events) {
            if (event instanceof MessagePosted posted) {
                latest.merge(posted.conversationId(), posted.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return latest;
    }
}
