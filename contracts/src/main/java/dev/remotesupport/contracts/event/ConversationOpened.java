package dev.remotesupport.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** A conversation began. */
public record ConversationOpened(UUID organisation, UUID conversationId, long version, Instant at)
        implements ChatEvent {

    public ConversationOpened {
        Facts.check(organisation, conversationId, version, at);
    }
}
