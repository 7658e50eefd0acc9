package dev.remotesupport.contracts.chat;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrNull;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored message of a conversation.
 *
 * @param sequence its place in the conversation, from 1 on without gaps
 * @param clientMessageId the sender's own name for it, or null if it gave none
 */
public record ChatMessage(
        UUID id,
        UUID conversationId,
        long sequence,
        Sender sender,
        MessageType type,
        String text,
        Instant at,
        @OrNull String clientMessageId) {

    public ChatMessage {
        Bounds.present(id, "id");
        Bounds.present(conversationId, "conversationId");
        Bounds.counter(sequence, "sequence", 1);
        Bounds.present(sender, "sender");
        Bounds.present(type, "type");
        Bounds.text(text, "text", Limits.MESSAGE_TEXT);
        Bounds.present(at, "at");
        if (clientMessageId != null) {
            Bounds.clientMessageId(clientMessageId, "clientMessageId");
        }
    }

    /** Without the text, so that it can never reach a log by accident. */
    @Override
    public String toString() {
        return "ChatMessage[id=" + id + ", conversationId=" + conversationId + ", sequence=" + sequence + "]";
    }
}
