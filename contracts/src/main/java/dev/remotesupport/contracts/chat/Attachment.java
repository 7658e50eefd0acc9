package dev.remotesupport.contracts.chat;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.UUID;

/**
 * A file that a message refers to; fetched by its id over REST.
 *
 * @param name what its sender called it, without any path; never trusted as a type
 * @param mediaType what it is, found by looking into it
 * @param size in bytes
 * @param preview whether there is a picture of it to show
 */
public record Attachment(UUID id, String name, String mediaType, long size, boolean preview) {

    public Attachment {
        Bounds.present(id, "id");
        Bounds.text(name, "name", Limits.NAME);
        Bounds.text(mediaType, "mediaType", Limits.NAME);
        Bounds.counter(size, "size", 1);
    }

    @Override
    public String toString() {
        return "Attachment[id=" + id + ", mediaType=" + mediaType + ", size=" + size + "]";
    }
}
