package dev.remotesupport.signaling.lease;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The right to serve one session's room. Whether it is held is decided by this replica's own monotonic clock, counted from
 * before the database was asked: a replica that was paused, or cut off from Postgres, knows it has lost the room no later
 * than another one can take it.
 */
public final class Lease {

    private final UUID organisation;
    private final UUID session;
    private final long epoch;
    private final LongSupplier nanoTime;
    private volatile long heldUntil;

    Lease(UUID organisation, UUID session, long epoch, long askedAt, Duration lasts, LongSupplier nanoTime) {
        this.organisation = organisation;
        this.session = session;
        this.epoch = epoch;
        this.nanoTime = nanoTime;
        renewed(askedAt, lasts);
    }

    public UUID organisation() {
        return organisation;
    }

    public UUID session() {
        return session;
    }

    /** Counts the owners this room has had; what was numbered under another epoch means nothing under this one. */
    public long epoch() {
        return epoch;
    }

    public boolean isHeld() {
        return nanoTime.getAsLong() - heldUntil < 0;
    }

    void renewed(long askedAt, Duration lasts) {
        heldUntil = askedAt + lasts.toNanos();
    }

    void lose() {
        heldUntil = nanoTime.getAsLong();
    }
}
