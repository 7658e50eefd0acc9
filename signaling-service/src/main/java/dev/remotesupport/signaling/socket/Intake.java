package dev.remotesupport.signaling.socket;

import dev.remotesupport.signaling.relay.Rate;
import dev.remotesupport.signaling.relay.RelayRule;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What comes in through one connection, bounded in size, rate and what waits: the socket itself reads on however much is
 * still unworked. Called by the connection's event loop, except {@link #done}.
 */
final class Intake {

    /** Bytes that have come and wait to be worked on. */
    private static final int WAITING = 32 * 1024 * 1024;

    private final int largestFrame;
    private final Map<Rate, Bucket> buckets = new EnumMap<>(Rate.class);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long heardAt = System.nanoTime();

    Intake(int largestFrame) {
        this.largestFrame = largestFrame;
    }

    /** Counts an arrived frame, which must be {@link #done} later; says why when it is not to be taken. */
    Optional<Refusal> arrived(String frame) {
        heard();
        int size = waiting.addAndGet(frame.length());
        if (frame.length() > largestFrame) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        return allows(Rate.ANYTHING) && size <= WAITING ? Optional.empty() : Optional.of(Refusal.FLOOD);
    }

    /** The frame has been worked on. */
    void done(String frame) {
        waiting.addAndGet(-frame.length());
    }

    boolean allows(RelayRule rule) {
        return allows(rule.rate());
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    boolean isSilentFor(Duration time) {
        return System.nanoTime() - heardAt > time.toNanos();
    }

    /** Buckets are made when first needed: most connections say little. */
    private boolean allows(Rate rate) {
        return buckets.computeIfAbsent(rate, Rate::bucket).tryConsume(1);
    }
}
