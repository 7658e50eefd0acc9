package dev.remotesupport.chat.message;

import dev.remotesupport.contracts.chat.MessageType;
import java.util.UUID;

/**
 * What somebody wants to say.
 *
 * @param attachmentId what was uploaded before, for a file or image; else null
 * @param internal whether it is a note for staff alone
 * @param clientMessageId the sender's own name for it, or null if it gave none
 */
public record Draft(String text, MessageType type, UUID attachmentId, boolean internal, String clientMessageId) {

    /** Without the text, so that it can never reach a log by accident. */
    @Override
    public String toString() {
        return "Draft[type=" + type + ", clientMessageId=" + clientMessageId + "]";
    }
}
