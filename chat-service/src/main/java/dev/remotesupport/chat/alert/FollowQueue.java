package dev.remotesupport.chat.alert;

import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps in mind who waits and who of the staff takes sessions. */
@ApplicationScoped
class FollowQueue {

    private static final String SESSIONS = "chat-waiting";
    private static final String DESK = "chat-staff-there";

    private final Inbox inbox;
    private final DeskStore desk;

    FollowQueue(Inbox inbox, DeskStore desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @Incoming("waiting-sessions")
    Uni<Void> followSessions(ConsumerRecords<String, String> records) {
        return inbox.consume(SESSIONS, records, (connection, event) -> switch (event.data()) {
            case SessionQueued queued -> desk.waits(connection, queued);
            case SessionAssigned assigned -> desk.waitsNoMore(connection, assigned.sessionId());
            case SessionEnded ended -> desk.waitsNoMore(connection, ended.sessionId());
            default -> Uni.createFrom().voidItem();
        });
    }

    @Incoming("desk-events")
    Uni<Void> followDesk(ConsumerRecords<String, String> records) {
        return inbox.consume(
                DESK,
                records,
                (connection, event) -> event.data() instanceof StaffAvailabilityChanged change
                        ? desk.staff(connection, change)
                        : Uni.createFrom().voidItem());
    }
}
