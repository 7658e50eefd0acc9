package dev.remotesupport.chat.message;

import dev.remotesupport.contracts.chat.ChatMessage;
import java.util.UUID;

/** Where a message stands. */
record Place(UUID conversation, long sequence) {

    static Place of(ChatMessage message) {
        return new Place(message.conversationId(), message.sequence());
    }
}
