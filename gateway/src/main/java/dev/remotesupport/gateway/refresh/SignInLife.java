package dev.remotesupport.gateway.refresh;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody stays signed in.
 *
 * @param idle without doing anything
 * @param whole whatever is done
 */
public record SignInLife(Duration idle, Duration whole) {

    /** No token is shorter than this, or its owner would be busy with nothing but fetching the next. */
    private static final Duration SHORTEST_TOKEN = Duration.ofSeconds(30);

    /** When it ends unless something is done, and when it ends in any case. */
    public record Ends(Instant idleEndsAt, Instant sessionEndsAt) {

        private Instant first() {
            return idleEndsAt.isBefore(sessionEndsAt) ? idleEndsAt : sessionEndsAt;
        }
    }

    Ends ends(Instant began, Instant active) {
        return new Ends(active.plus(idle), began.plus(whole));
    }

    /** As long as is usual, but hardly longer than the person is signed in. */
    public static Duration tokenLife(Duration usual, Ends ends, Instant now) {
        var left = Duration.between(now, ends.first());
        var bounded = left.compareTo(SHORTEST_TOKEN) < 0 ? SHORTEST_TOKEN : left;
        return bounded.compareTo(usual) < 0 ? bounded : usual;
    }
}
