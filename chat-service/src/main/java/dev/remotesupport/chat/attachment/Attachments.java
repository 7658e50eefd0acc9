package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.chat.Attachment;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The door for messages that refer to a file. */
@ApplicationScoped
public class Attachments {

    private static final Logger LOG = Logger.getLogger(Attachments.class);

    private final AttachmentStore store;

    Attachments(AttachmentStore store) {
        this.store = store;
    }

    /**
     * Takes what the sender uploaded to this conversation for a message; from then on it is not swept, and others may fetch it.
     *
     * @param internal whether the message is a note for staff alone
     * @throws ProblemException {@code attachment-unknown}, or {@code type-not-supported} when it is no image that can be shown
     */
    public Uni<Attachment> claim(UUID id, UUID conversation, Caller sender, MessageType type, boolean internal) {
        return store.claim(id, conversation, sender, internal)
                .map(claimed -> claimed.orElseThrow(() -> new ProblemException(
                        ChatProblem.ATTACHMENT_UNKNOWN, "You have uploaded nothing to this conversation by this id.")))
                .call(file -> type == MessageType.IMAGE && !file.isImage()
                        ? store.release(sender.organisationId(), id)
                                .chain(() -> Uni.createFrom()
                                        .failure(new ProblemException(
                                                ChatProblem.TYPE_NOT_SUPPORTED,
                                                "It is no image: send messageType file.")))
                        : Uni.createFrom().voidItem())
                .map(StoredFile::attachment);
    }

    /** Gives back what a message was refused with, unless another one refers to it. Never fails. */
    public Uni<Void> release(UUID organisation, UUID id) {
        return store.release(organisation, id)
                .onFailure()
                .invoke(failure -> LOG.warnf("attachment not released attachmentId=%s: %s", id, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
