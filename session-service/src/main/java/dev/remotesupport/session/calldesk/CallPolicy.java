package dev.remotesupport.session.calldesk;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.lifecycle.Session;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who may do what with a call of a session that he or she sees. */
final class CallPolicy {

    private static final Set<SessionState> WAITING =
            Set.of(SessionState.REQUESTED, SessionState.QUEUED, SessionState.OFFERED);

    private CallPolicy() {}

    static boolean waits(Session session) {
        return WAITING.contains(session.state());
    }

    /** Its customer, its technician, who leads them, systems; and for a customer who waits, anybody of the staff. */
    static boolean mayStart(Session session, Caller caller) {
        return mayEnd(session, caller) || waits(session) && caller.isStaffAtLeast(StaffRole.SUPPORT);
    }

    /** Its customer, its technician, who leads them, and systems. */
    static boolean mayEnd(Session session, Caller caller) {
        return caller.kind() == CallerKind.API_KEY
                || SessionAccess.isCustomer(session, caller)
                || SessionAccess.isResponsible(session, caller);
    }

    /** On which side the caller speaks; absent for whoever does not. */
    static Optional<Seat> seat(Session session, Call call, Caller caller) {
        if (SessionAccess.isCustomer(session, caller)) {
            return Optional.of(Seat.CUSTOMER);
        }
        return caller.kind() == CallerKind.STAFF && call.isWith(UUID.fromString(caller.id()))
                ? Optional.of(Seat.TECHNICIAN)
                : Optional.empty();
    }

    /** The side that asks for it: a system does so for a customer. */
    static Seat askedBy(Caller caller) {
        return caller.kind() == CallerKind.STAFF ? Seat.TECHNICIAN : Seat.CUSTOMER;
    }

    /** The side at which a call in a session rings that somebody has: a technician calls the customer, everybody else the technician. */
    static Seat ringsAt(Session session, Caller caller) {
        var byHolder = caller.kind() == CallerKind.STAFF
                && session.staff()
                        .filter(staff -> staff.id().toString().equals(caller.id()))
                        .isPresent();
        return byHolder ? Seat.CUSTOMER : Seat.TECHNICIAN;
    }
}
