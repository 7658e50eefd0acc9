package dev.remotesupport.signaling.queue;

import java.time.Duration;
import java.util.OptionalLong;

/** When an organisation's queue is to be looked at again, and whether all of it. Times are nanos; under its watch's lock. */
final class Pace {

    /** Changes that come together are looked at once. */
    static final Duration GATHER = Duration.ofMillis(50);

    /** Between two looks at the front, where everybody is to see a change within 200 ms. */
    static final Duration FRONT = Duration.ofMillis(100);

    /** Between two looks at the whole queue. */
    static final Duration ALL = Duration.ofSeconds(2);

    /** Between two looks where only consoles watch. */
    static final Duration CONSOLES = Duration.ofSeconds(1);

    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private boolean frontChanged;
    private boolean restChanged;
    private long notBefore;
    private long restNotBefore;
    private Duration retry = FIRST_RETRY;

    Pace(long now) {
        this.notBefore = now;
        this.restNotBefore = now;
    }

    void changed(long now) {
        if (!frontChanged) {
            notBefore = Math.max(notBefore, now + GATHER.toNanos());
        }
        if (!restChanged) {
            // The front, which is quickly seen, does not wait for the whole.
            restNotBefore = Math.max(restNotBefore, now + GATHER.plus(FRONT).toNanos());
        }
        frontChanged = true;
        restChanged = true;
    }

    /** Nothing is to be looked at where nobody waits further back than the front. */
    void restKnown() {
        restChanged = false;
    }

    /** When to look; empty while there is nothing new to see. */
    OptionalLong due() {
        if (frontChanged) {
            return OptionalLong.of(notBefore);
        }
        return restChanged ? OptionalLong.of(Math.max(notBefore, restNotBefore)) : OptionalLong.empty();
    }

    /** A look begins; whether it is to be at all of the queue. */
    boolean begin(long now, boolean waiters) {
        boolean all = waiters && restChanged && now - restNotBefore >= 0;
        frontChanged = false;
        if (all) {
            restNotBefore = now + ALL.toNanos();
        }
        if (all || !waiters) {
            restChanged = false;
        }
        notBefore = now + (waiters ? FRONT : CONSOLES).toNanos();
        return all;
    }

    void succeeded() {
        retry = FIRST_RETRY;
    }

    /** What was not seen is looked at again, later each time. */
    void failed(long now) {
        frontChanged = true;
        restChanged = true;
        notBefore = now + retry.toNanos();
        restNotBefore = notBefore;
        retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry.multipliedBy(2);
    }
}
