package dev.remotesupport.session.admission;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.Session;
import java.util.Optional;

/** The session's customer sits on one side; the technician who has it, and who leads technicians, on the other. */
final class AdmissionPolicy {

    private AdmissionPolicy() {}

    static Optional<Seat> seat(Session session, Caller caller) {
        if (SessionAccess.isCustomer(session, caller)) {
            return Optional.of(Seat.CUSTOMER);
        }
        return SessionAccess.isResponsible(session, caller) ? Optional.of(Seat.TECHNICIAN) : Optional.empty();
    }
}
