package dev.remotesupport.device.seen;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows customers into the rooms and out of them; where the staff sits is nobody's business here. */
@ApplicationScoped
class FollowRooms {

    private static final String CONSUMER = "device-seen";

    private final Inbox inbox;
    private final SightingStore store;

    FollowRooms(Inbox inbox, SightingStore store) {
        this.inbox = inbox;
        this.store = store;
    }

    @Incoming("signaling-events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        return inbox.consume(CONSUMER, records, this::apply);
    }

    private Uni<Void> apply(SqlConnection connection, ReceivedEvent received) {
        return switch (received.data()) {
            case ParticipantJoined joined
            when joined.seat() == Seat.CUSTOMER -> store.came(connection, Sighting.of(joined));
            case ParticipantLeft left when left.seat() == Seat.CUSTOMER -> store.left(connection, left);
            default -> Uni.createFrom().voidItem();
        };
    }
}
