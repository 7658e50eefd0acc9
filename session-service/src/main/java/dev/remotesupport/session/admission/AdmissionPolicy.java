package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.Session;
import java.util.Optional;
import java.util.UUID;

/** The session's customer sits on one side; the technician who has it, and who leads technicians, on the other. */
final class AdmissionPolicy {

    private AdmissionPolicy() {}

    static Optional<Seat> seat(Session session, Caller caller) {
        if (SessionAccess.isCustomer(session, caller)) {
            return Optional.of(Seat.CUSTOMER);
        }
        return SessionAccess.isResponsible(session, caller) ? Optional.of(Seat.TECHNICIAN) : Optional.empty();
    }

    /** Whether the session is offered to this member of the staff, at whom its call rings meanwhile. */
    static boolean rings(Session session, Caller caller) {
        return caller.kind() == CallerKind.STAFF
                && session.channels().contains(Channel.CALL)
                && session.routing().isOfferedTo(UUID.fromString(caller.id()));
    }
}
