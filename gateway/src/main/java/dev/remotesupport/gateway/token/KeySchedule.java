package dev.remotesupport.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * When keys begin to sign, follow each other and go. A key is published before it signs, and stays published after its
 * successor took over until the last token it signed has ended, so services that keep the set for a while never miss one.
 *
 * @param life how long a key signs
 * @param lead how long it is published before
 * @param tokenLife of the tokens it signs
 */
record KeySchedule(Duration life, Duration lead, Duration tokenLife) {

    /** When a further key has to sign from, if one has to be made now. */
    Optional<Instant> nextKey(Collection<Instant> signsFrom, Instant now) {
        var newest = signsFrom.stream().max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return Optional.of(now);
        }
        var due = newest.get().plus(life);
        return now.isBefore(due.minus(lead)) ? Optional.empty() : Optional.of(later(due, now.plus(lead)));
    }

    /** Whether a key may go: its successor signs, and all it has signed is over. */
    boolean isRetired(Instant key, Collection<Instant> signsFrom, Instant now) {
        return signsFrom.stream()
                .filter(key::isBefore)
                .min(Comparator.naturalOrder())
                .filter(successor -> successor.plus(tokenLife).plus(lead).isBefore(now))
                .isPresent();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
