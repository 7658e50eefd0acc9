package dev.remotesupport.session.grant;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Duration;
import java.util.Optional;

/** Who gives and takes back grants, and for how long they last. */
final class GrantPolicy {

    private GrantPolicy() {}

    /** A seat in the room outlives no transfer: who had the session before has a token for minutes, and no business here. */
    static boolean mayEnter(Session session, Caller caller) {
        return SessionAccess.isCustomer(session, caller) || SessionAccess.isResponsible(session, caller);
    }

    /** The customer in person: a token for a seat in this very session. Staff can ask, never give. */
    static boolean mayGive(Session session, Caller caller) {
        return seat(session, caller).filter(Seat.CUSTOMER::equals).isPresent();
    }

    /** The customer takes back, the technician gives back. */
    static boolean mayRevoke(Session session, Caller caller) {
        return seat(session, caller).isPresent();
    }

    static boolean isOpen(Session session) {
        return session.state() != SessionState.ENDED;
    }

    /** As long as asked for, but never longer than the installation allows. */
    static Duration lasting(Optional<Duration> asked, Duration usual, Duration longest) {
        var wanted = asked.orElse(usual);
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }

    /** The seat in this session that the caller's token is bound to. */
    static Optional<Seat> seat(Session session, Caller caller) {
        return caller.participant()
                .filter(binding -> binding.sessionId().equals(session.id()))
                .map(Caller.ParticipantBinding::seat);
    }
}
