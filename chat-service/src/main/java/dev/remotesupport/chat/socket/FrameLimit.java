package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.ChatConfig;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How fast one socket may send. Not thread-safe: a socket's frames come one after the other. */
final class FrameLimit {

    enum Verdict {
        PASS,
        TOO_FAST,
        FLOOD
    }

    private final Bucket frames;
    private final Bucket refusals;

    FrameLimit(ChatConfig.Socket config) {
        frames = bucket(config.burst(), config.framesPerSecond(), Duration.ofSeconds(1));
        refusals = bucket(config.patience(), config.patience(), Duration.ofMinutes(1));
    }

    private static Bucket bucket(int capacity, int refill, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }

    Verdict next() {
        if (frames.tryConsume(1)) {
            return Verdict.PASS;
        }
        return refusals.tryConsume(1) ? Verdict.TOO_FAST : Verdict.FLOOD;
    }
}
