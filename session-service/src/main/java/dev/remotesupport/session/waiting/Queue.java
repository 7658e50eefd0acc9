package dev.remotesupport.session.waiting;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.Capacity;
import dev.remotesupport.session.staffing.StaffMember;
import dev.remotesupport.session.waiting.ExpectedWait.Figures;
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
public record Queue(int waiting, int present, int available, List<Place> places) {

    /**
     * @param position 0 is offered to somebody at this moment
     * @param served whether anybody is there to whom it comes by itself: of its team, with its skill, having room or not
     * @param expectedWait absent when it is not known
     */
    public record Place(
            Session session, int position, boolean served, Duration waited, Optional<Duration> expectedWait) {}

    /** What is expected of each kind of session: a call waits for room for calls, whoever else waits. */
    record Expected(Figures chat, Figures call) {

        Figures of(boolean call) {
            return call ? this.call : chat;
        }
    }

    /** @param sessions who waits, oldest first, from the very first on */
    static Queue of(int waiting, List<Session> sessions, List<StaffMember> present, Expected expected, Instant now) {
        var places = new ArrayList<Place>(sessions.size());
        var queued = new int[2];
        for (var session : sessions) {
            var call = Capacity.isCall(session);
            var offered = session.state() == SessionState.OFFERED;
            var ofKind = offered ? 0 : ++queued[call ? 1 : 0];
            var position = offered ? 0 : queued[0] + queued[1];
            var served = offered || present.stream().anyMatch(member -> member.serves(session));
            var expectedWait = served ? ExpectedWait.at(ofKind, expected.of(call)) : Optional.<Duration>empty();
            places.add(new Place(session, position, served, waited(session, now), expectedWait));
        }
        var available = (int) present.stream().filter(StaffMember::hasRoom).count();
        return new Queue(waiting, present.size(), available, places);
    }

    public Duration longestWait() {
        return places.isEmpty() ? Duration.ZERO : places.getFirst().waited();
    }

    private static Duration waited(Session session, Instant now) {
        var waited = Duration.between(session.times().requestedAt(), now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
