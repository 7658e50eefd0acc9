package dev.remotesupport.chat.conversation;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.platform.inbox.Inbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows sessions: one that is requested opens its conversation, one that ends closes it, and one that passes on to somebody
 * else, or back to the queue, is taken from whoever had it.
 */
@ApplicationScoped
class SessionProjection {

    private static final String CONSUMER = "chat-conversations";

    private final Tenancy tenancy;
    private final Inbox inbox;
    private final ConversationStore store;
    private final ConversationListener listener;

    SessionProjection(Tenancy tenancy, Inbox inbox, ConversationStore store, ConversationListener listener) {
        this.tenancy = tenancy;
        this.inbox = inbox;
        this.store = store;
        this.listener = listener;
    }

    @Incoming("session-events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        Set<UUID> changed = ConcurrentHashMap.newKeySet();
        return inbox.consume(
                        CONSUMER,
                        records,
                        (connection, event) -> facts(event.data())
                                .map(facts -> store.learn(connection, facts)
                                        .invoke(conversation -> {
                                            if (concernsSockets(event.data(), conversation)) {
                                                changed.add(conversation.id());
                                            }
                                        })
                                        .replaceWithVoid())
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(() -> changed.forEach(listener::changed));
    }

    /** Takes in what the session service says directly, before its event comes. */
    Uni<Void> hear(SessionEvent event) {
        return facts(event)
                .map(facts -> tenancy.inTransaction(event.organisation(), connection -> store.learn(connection, facts))
                        .invoke(conversation -> listener.changed(conversation.id()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean concernsSockets(Event event, Conversation conversation) {
        return conversation.ended() || conversation.holder().handedOver() || event instanceof SessionAssigned;
    }

    /** What an event says of its session; nothing where it does not matter to the conversation. */
    static Optional<SessionFacts> facts(Event event) {
        return switch (event) {
            case SessionRequested requested -> Optional.of(facts(requested, Optional.empty(), false, Optional.empty()));
            case SessionAssigned assigned ->
                Optional.of(facts(assigned, Optional.of(assigned.staffId().toString()), true, Optional.empty()));
            case SessionQueued queued -> Optional.of(facts(queued, Optional.empty(), true, Optional.empty()));
            case SessionEnded over -> Optional.of(facts(over, Optional.empty(), false, Optional.of(over.endedAt())));
            default -> Optional.empty();
        };
    }

    private static SessionFacts facts(
            SessionEvent event, Optional<String> staff, boolean staffTold, Optional<Instant> endedAt) {
        return new SessionFacts(
                event.sessionId(), event.organisation(), event.version(), Optional.empty(), staff, staffTold, endedAt);
    }
}
