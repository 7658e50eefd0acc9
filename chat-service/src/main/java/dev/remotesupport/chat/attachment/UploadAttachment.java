package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.inspection.Inspection;
import dev.remotesupport.chat.inspection.Preview;
import dev.remotesupport.chat.masking.Masking;
import dev.remotesupport.chat.object.Vault;
import dev.remotesupport.contracts.chat.Attachment;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Takes a file in: reads it, looks into it, keeps it. As each is held in memory meanwhile, only a few are taken at once. */
@ApplicationScoped
class UploadAttachment {

    private final AttachmentStore store;
    private final Vault vault;
    private final Masking masking;
    private final ChatConfig.Files config;
    private final Semaphore places;

    UploadAttachment(AttachmentStore store, Vault vault, Masking masking, ChatConfig config) {
        this.store = store;
        this.vault = vault;
        this.masking = masking;
        this.config = config.files();
        this.places = new Semaphore(config.files().atOnce());
    }

    /**
     * @param name what the sender calls it
     * @throws ProblemException {@code session-ended}, {@code too-many-files}, {@code busy}, {@code file-too-large}, and as
     *     {@link Inspection#of}
     */
    Uni<Attachment> upload(Conversation conversation, Caller sender, String name, InputStream body) {
        if (conversation.ended()) {
            return refuse(ChatProblem.SESSION_ENDED, "It takes no more files.");
        }
        return store.countNotSent(conversation.id(), sender)
                .chain(count -> count >= config.notSent()
                        ? refuse(
                                ChatProblem.TOO_MANY_FILES,
                                "Send or wait: " + count + " of your files were not sent yet.")
                        : take(conversation, sender, name, body));
    }

    private Uni<Attachment> take(Conversation conversation, Caller sender, String name, InputStream body) {
        if (!places.tryAcquire()) {
            return refuse(ChatProblem.BUSY, "Other files are being taken in. Try again in a moment.");
        }
        return Uni.createFrom()
                .item(() -> UploadBody.read(body, config))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(content -> keep(conversation, sender, content, Inspection.of(content, name)))
                .onTermination()
                .invoke(places::release);
    }

    private Uni<Attachment> keep(Conversation conversation, Caller sender, byte[] content, Inspection found) {
        return masking.masker(conversation.organisation())
                .map(masker -> MaskedName.of(found.name(), masker))
                .chain(name -> keep(conversation, sender, content, found, name));
    }

    private Uni<Attachment> keep(
            Conversation conversation, Caller sender, byte[] content, Inspection found, String name) {
        return Uni.combine()
                .all()
                .unis(vault.keep(content), keepPreview(found.preview()))
                .asTuple()
                .map(kept -> new StoredFile(
                        UUID.randomUUID(),
                        conversation.id(),
                        sender.id(),
                        name,
                        found.mediaType(),
                        content.length,
                        kept.getItem1(),
                        kept.getItem2()))
                .call(file ->
                        store.add(conversation.organisation(), file).onFailure().call(() -> forget(file)))
                .map(StoredFile::attachment);
    }

    private Uni<Optional<StoredFile.Picture>> keepPreview(Optional<Preview> preview) {
        return preview.map(picture -> vault.keep(picture.content())
                        .map(name -> Optional.of(new StoredFile.Picture(name, picture.mediaType()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> forget(StoredFile file) {
        return vault.forget(file.content())
                .chain(() -> file.preview()
                        .map(picture -> vault.forget(picture.content()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Uni<Attachment> refuse(ChatProblem problem, String detail) {
        return Uni.createFrom().failure(new ProblemException(problem, detail));
    }
}
