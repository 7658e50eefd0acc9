package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A conversation takes no more messages. */
public record ConversationClosed(UUID organisation, UUID conversationId, long version, Instant at)
        implements ChatEvent {

    public ConversationClosed {
        Facts.check(organisation, conversationId, version, at);
    }
}
