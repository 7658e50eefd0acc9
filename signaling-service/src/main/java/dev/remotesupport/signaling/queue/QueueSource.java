package dev.remotesupport.signaling.queue;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What a {@link QueueWatch} needs of the world around it. */
interface QueueSource {

    /** The queue of the bearer's organisation: all of it, or the front. */
    Uni<Queue> fetch(String authorization, boolean all);

    /** An open console's authorization, if there is one. */
    Optional<String> consoleOf(UUID organisation);

    void tellConsoles(UUID organisation, int waiting);

    /** Those in front have been told, so long after the change. */
    void told(long nanos);

    void later(long millis, Runnable work);

    long nanoTime();
}
