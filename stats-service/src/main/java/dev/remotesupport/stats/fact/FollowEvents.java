package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows sessions and conversations, and keeps what figures are counted from. */
@ApplicationScoped
class FollowEvents {

    private static final String CONSUMER = "stats-facts";

    private final Inbox inbox;
    private final FactStore facts;

    FollowEvents(Inbox inbox, FactStore facts) {
        this.inbox = inbox;
        this.facts = facts;
    }

    @Incoming("events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        return inbox.consume(CONSUMER, records, this::keep);
    }

    private Uni<Void> keep(SqlConnection connection, ReceivedEvent received) {
        return Fact.of(received.data())
                .map(fact -> facts.keep(connection, fact))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
