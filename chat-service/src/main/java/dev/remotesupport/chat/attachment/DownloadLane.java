package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.object.Vault;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets files out. As one is held in memory until its reader has all of it (nothing of it is shown before all of it was found
 * to be unchanged), the memory for all of them together is bounded, and so is the time that a reader may take.
 */
@ApplicationScoped
class DownloadLane {

    private static final int SLICE = 64 * 1024;

    private final Vault vault;
    private final Duration patience;
    private final int all;
    private final Semaphore free;

    DownloadLane(Vault vault, ChatConfig config) {
        this.vault = vault;
        this.patience = config.files().fetchedWithin();
        this.all = slices(config.files().fetching().asLongValue());
        this.free = new Semaphore(all);
    }

    /**
     * A file that has its place in memory until its slices have been taken.
     *
     * @param slices asked for as the reader takes them
     */
    record Opened(int size, Multi<byte[]> slices) {}

    /** @throws ProblemException {@code busy} when too much is being fetched */
    Uni<Opened> open(String name, long size) {
        // Sealed and opened it is there twice.
        int place = Math.min(all, slices(2 * size));
        if (!free.tryAcquire(place)) {
            return Uni.createFrom()
                    .failure(new ProblemException(
                            ChatProblem.BUSY, "Other files are being fetched. Try again in a moment."));
        }
        var left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                free.release(place);
            }
        };
        return vault.find(name)
                .map(content -> new Opened(content.length, slices(content, leave)))
                .onFailure()
                .invoke(leave)
                .onCancellation()
                .invoke(leave);
    }

    private Multi<byte[]> slices(byte[] content, Runnable leave) {
        long deadline = System.nanoTime() + patience.toNanos();
        return Multi.createFrom()
                .range(0, slices(content.length))
                .map(slice -> {
                    if (System.nanoTime() - deadline > 0) {
                        throw new IllegalStateException("a file was not fetched in time");
                    }
                    return Arrays.copyOfRange(content, slice * SLICE, Math.min(content.length, (slice + 1) * SLICE));
                })
                .ifNoItem()
                .after(patience)
                .fail()
                .onTermination()
                .invoke(leave);
    }

    private static int slices(long size) {
        return (int) ((size + SLICE - 1) / SLICE);
    }
}
