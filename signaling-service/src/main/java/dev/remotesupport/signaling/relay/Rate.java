package dev.remotesupport.signaling.relay;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often one connection may say something of a kind. */
public enum Rate {
    /** Everything together, counted before a frame is even read. */
    ANYTHING(2_000, 4_000),
    /** Asking, answering, watching, renewing. */
    SIGNAL(20, 60),
    /** Parts of a page's recording. */
    RECORDING(1_000, 2_000),
    /** Pictures and fonts of a page. */
    ASSET(20, 100),
    /** Pointer positions. */
    POINTER(120, 240),
    /** Remote input and its results. */
    CONTROL(100, 200),
    /** Two browsers agreeing on a connection: some dozens of candidates at its start, and little after. */
    PEER(5, 200);

    private final int perSecond;
    private final int atOnce;

    Rate(int perSecond, int atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    public int atOnce() {
        return atOnce;
    }

    public Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
