package dev.remotesupport.stats.fact;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionRequested;
import java.util.Optional;

/**
 * An event, with what figures need of it.
 *
 * @param durationSeconds how long a session was, when one ended
 */
record Fact(Event event, Optional<Long> durationSeconds) {

    /** Empty for an event that nothing is counted from. */
    static Optional<Fact> of(Event event) {
        return switch (event) {
            case SessionEnded ended -> Optional.of(new Fact(ended, Optional.of(ended.durationSeconds())));
            case SessionRequested requested -> Optional.of(new Fact(requested, Optional.empty()));
            case SessionAssigned assigned -> Optional.of(new Fact(assigned, Optional.empty()));
            case MessagePosted posted -> Optional.of(new Fact(posted, Optional.empty()));
            default -> Optional.empty();
        };
    }
}
