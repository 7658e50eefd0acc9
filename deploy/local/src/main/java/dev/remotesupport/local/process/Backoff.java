package dev.remotesupport.local.process;

import java.time.Duration;

/**
 * How long to wait before a process that died is started again: twice as long each time, until it has lived long enough to
 * be trusted.
 */
record Backoff(Duration first, Duration longest, Duration trusted) {
    static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));

    Duration after(int deaths) {
        var wait = first.multipliedBy(1L << Math.min(deaths - 1, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    boolean trusts(Duration life) {
        return life.compareTo(trusted) >= 0;
    }
}
