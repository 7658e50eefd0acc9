package dev.remotesupport.chat.object;

import io.smallrye.mutiny.Uni;

/** Keeps bytes by name. What it is given is encrypted already. */
interface ObjectStore {

    /** Keeps the bytes for good, all or nothing. */
    Uni<Void> put(String key, byte[] content);

    /** Fails when there is nothing under this name. */
    Uni<byte[]> get(String key);

    /** Succeeds too when there is nothing under this name. */
    Uni<Void> delete(String key);
}
