package dev.remotesupport.chat.attachment;

import dev.remotesupport.contracts.chat.Attachment;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as the database knows it.
 *
 * @param content the name of its content in the vault
 */
record StoredFile(
        UUID id,
        UUID conversation,
        String sender,
        String name,
        String mediaType,
        long size,
        String content,
        Optional<Picture> preview) {

    /** The preview in the vault. */
    record Picture(String content, String mediaType) {}

    Attachment attachment() {
        return new Attachment(id, name, mediaType, size, preview.isPresent());
    }

    boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
