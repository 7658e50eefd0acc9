package dev.remotesupport.platform.outbox;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the relay would look. */
public final class OutboxWakes {

    private OutboxWakes() {}

    public static void count(Outbox outbox, AtomicInteger wakes) {
        outbox.onWake(wakes::incrementAndGet);
    }
}
