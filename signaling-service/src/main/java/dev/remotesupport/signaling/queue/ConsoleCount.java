package dev.remotesupport.signaling.queue;

import java.time.Duration;
import java.util.UUID;

/** Tells an organisation's consoles how many wait, at most once a second, and the newest number always. */
final class ConsoleCount {

    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final UUID organisation;
    private final QueueSource source;
    private boolean scheduled;
    private long notBefore;
    private int newest;

    ConsoleCount(UUID organisation, QueueSource source) {
        this.organisation = organisation;
        this.source = source;
        this.notBefore = source.nanoTime();
    }

    synchronized void waiting(int waiting) {
        newest = waiting;
        if (scheduled) {
            return;
        }
        long left = notBefore - source.nanoTime();
        if (left <= 0) {
            tell();
        } else {
            scheduled = true;
            source.later(Math.max(1, Duration.ofNanos(left).toMillis() + 1), this::tell);
        }
    }

    private synchronized void tell() {
        scheduled = false;
        notBefore = source.nanoTime() + EVERY;
        source.tellConsoles(organisation, newest);
    }
}
