package dev.remotesupport.signaling.cobrowse;

import java.time.Duration;

/** A customer's tab on the stage: its recording, and whether a keyframe is on its way. */
final class Tab {

    /** A keyframe of a large page blocks that page for a moment: it is not asked for again before this time. */
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private final PageStream stream = new PageStream();
    private final Assets assets = new Assets();
    private final Pulse pulse;
    private boolean asked;
    private long askedAt;

    Tab(Duration pausedAfter) {
        pulse = new Pulse(pausedAfter);
    }

    PageStream stream() {
        return stream;
    }

    Assets assets() {
        return assets;
    }

    Pulse pulse() {
        return pulse;
    }

    boolean mayAsk(long nanoTime) {
        if (asked && nanoTime - askedAt < PATIENCE) {
            return false;
        }
        asked = true;
        askedAt = nanoTime;
        return true;
    }

    void keyframeCame() {
        asked = false;
    }
}
