package dev.remotesupport.contracts.chat;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored message of a conversation.
 *
 * @param sequence its place in the conversation, from 1 on; without gaps but for the notes that are not for the reader
 * @param clientMessageId the sender's own name for it, or null if it gave none
 * @param attachment the file of a message of type file or image, or null
 * @param internal whether it is a note that staff alone see; null means no
 * @param masked whether something in the text was made unreadable before it was stored; null means no
 */
public record ChatMessage(
        UUID id,
        UUID conversationId,
        long sequence,
        Sender sender,
        MessageType type,
        String text,
        Instant at,
        @OrNull String clientMessageId,
        @OrAbsent Attachment attachment,
        @OrAbsent Boolean internal,
        @OrAbsent Boolean masked) {

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

    /** A plain text. */
    public ChatMessage(
            UUID id,
            UUID conversationId,
            long sequence,
            Sender sender,
            MessageType type,
            String text,
            Instant at,
            String clientMessageId) {
        this(id, conversationId, sequence, sender, type, text, at, clientMessageId, null, null, null);
    }

    /** Whether it must never reach a customer. */
    public boolean forStaffAlone() {
        return Boolean.TRUE.equals(internal);
    }

    /** Without the text, so that it can never reach a log by accident. */
    @Override
    public String toString() {
        return "ChatMessage[id=" + id + ", conversationId=" + conversationId + ", sequence=" + sequence + "]";
    }
}
