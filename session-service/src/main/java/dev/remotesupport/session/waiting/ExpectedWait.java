package dev.remotesupport.session.waiting;

import java.time.Duration;
import java.util.Optional;

/**
 * How long somebody at a place among those who wait for the same kind of session will still wait, derived from what is true now and
 * was true lately. It says nothing rather than something invented.
 */
final class ExpectedWait {

    /** Fewer claims than these tell nothing of a rate. */
    private static final int ENOUGH_CLAIMS = 3;

    private static final Duration LONGEST = Duration.ofHours(4);

    private ExpectedWait() {}

    /**
     * What the expectation of one kind of session is derived from.
     *
     * @param available how many members of the staff take such sessions
     * @param room how many sessions they may have at once, together
     * @param free how many more they may have now
     * @param claims how many sessions found a technician within {@code window}
     * @param handling how long sessions lasted lately; absent when none has ended yet
     */
    record Figures(int available, int room, int free, int claims, Duration window, Optional<Duration> handling) {}

    /**
     * @param position among those of its kind; 1 is the head of the queue, 0 is offered already
     * @return absent when nobody is there, or when nothing is known yet
     */
    static Optional<Duration> at(int position, Figures figures) {
        if (position == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (figures.available() == 0) {
            return Optional.empty();
        }
        var ahead = position - figures.free();
        if (ahead <= 0) {
            return Optional.of(Duration.ZERO);
        }
        var perSecond = perSecond(figures);
        return perSecond <= 0 ? Optional.empty() : Optional.of(shorter(Math.ceil(ahead / perSecond)));
    }

    /**
     * How many sessions find a technician in a second. The claims of the last minutes are the truth while there is a queue, and too
     * few while there was none; what the staff could do is the better guess then.
     */
    private static double perSecond(Figures figures) {
        var seen = figures.claims() < ENOUGH_CLAIMS ? 0 : (double) figures.claims() / seconds(figures.window());
        var possible = figures.handling()
                .map(handling -> figures.room() / seconds(handling))
                .orElse(0.0);
        return Math.max(seen, possible);
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toSeconds());
    }

    private static Duration shorter(double seconds) {
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds((long) seconds) : LONGEST;
    }
}
