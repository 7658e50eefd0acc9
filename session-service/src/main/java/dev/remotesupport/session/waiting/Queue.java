package dev.remotesupport.session.waiting;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of the queue at one moment.
 *
 * @param waiting how many wait in all
 * @param present how many members of the staff take sessions, having room or not
 * @param available how many of them have room
 * @param places the first of those who wait, oldest first
 */
record Queue(int waiting, int present, int available, List<Place> places) {

    /**
     * @param position 0 is offered to somebody at this moment
     * @param expectedWait absent when it is not known
     */
    record Place(Session session, int position, Duration waited, Optional<Duration> expectedWait) {}

    /** @param sessions who waits, oldest first, from the very first on */
    static Queue of(
            int waiting,
            List<Session> sessions,
            int present,
            int available,
            ExpectedWait.Figures figures,
            Instant now) {
        var places = new ArrayList<Place>(sessions.size());
        var queued = 0;
        for (var session : sessions) {
            var position = session.state() == SessionState.OFFERED ? 0 : ++queued;
            places.add(new Place(session, position, waited(session, now), ExpectedWait.at(position, figures)));
        }
        return new Queue(waiting, present, available, places);
    }

    Duration longestWait() {
        return places.isEmpty() ? Duration.ZERO : places.getFirst().waited();
    }

    private static Duration waited(Session session, Instant now) {
        var waited = Duration.between(session.times().requestedAt(), now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
