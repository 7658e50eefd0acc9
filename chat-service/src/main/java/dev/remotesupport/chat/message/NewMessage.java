package dev.remotesupport.chat.message;

import dev.remotesupport.contracts.chat.Attachment;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import java.util.UUID;

/**
 * A message that wants to be stored.
 *
 * @param clientMessageId the sender's own name for it, or null if it gave none
 * @param attachment the file of a file or image, else null
 * @param internal whether it is a note for staff alone
 * @param masked whether something in the text was made unreadable
 */
record NewMessage(
        UUID conversation,
        Sender sender,
        MessageType type,
        String text,
        String clientMessageId,
        Attachment attachment,
        boolean internal,
        boolean masked) {

    /** By what a repeated send is recognised; null when it cannot be. */
    SentOnce sentOnce() {
        return clientMessageId == null ? null : new SentOnce(conversation, sender.id(), clientMessageId);
    }

    record SentOnce(UUID conversation, String sender, String clientMessageId) {}
}
