package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.UUID;

/** What happened to conversations, from the chat service; never a word of what was said. */
@JsonSubTypes({
    @JsonSubTypes.Type(ConversationOpened.class),
    @JsonSubTypes.Type(MessagePosted.class),
    @JsonSubTypes.Type(ConversationClosed.class)
})
public sealed interface ChatEvent extends Event permits ConversationOpened, MessagePosted, ConversationClosed {

    String TOPIC = "chat.events.v1";

    /** The conversation, which is its session's id and the key. */
    UUID conversationId();

    @Override
    default String key() {
        return conversationId().toString();
    }

    @Override
    default String topic() {
        return TOPIC;
    }
}
