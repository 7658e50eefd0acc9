package dev.remotesupport.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** Which of the numbered messages have arrived. */
final class Arrivals {

    private final AtomicIntegerArray arrived;
    private final AtomicInteger count = new AtomicInteger();

    Arrivals(int messages) {
        arrived = new AtomicIntegerArray(messages);
    }

    /** Whether it arrives for the first time. */
    boolean add(int message) {
        boolean first = arrived.getAndSet(message, 1) == 0;
        return first && count.incrementAndGet() > 0;
    }

    int count() {
        return count.get();
    }

    /** Waits for the last of them, ten seconds at most. */
    void await() {
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (count() < arrived.length() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
