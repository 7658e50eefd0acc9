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

    private final Bucket bucket;
    private final int patience;
    private int refused;

    FrameLimit(ChatConfig.Socket config) {
        this.bucket = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(config.burst()).refillGreedy(config.framesPerSecond(), Duration.ofSeconds(1)))
                .build();
        this.patience = config.patience();
    }

    Verdict next() {
        if (bucket.tryConsume(1)) {
            refused = 0;
            return Verdict.PASS;
        }
        refused++;
        return refused > patience ? Verdict.FLOOD : Verdict.TOO_FAST;
    }
}
