package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.Session;

/** Who may do what to a session that is under way. */
final class DeskPolicy {

    private DeskPolicy() {}

    /** May end it, and name its machine: its customer, its technician, who leads them, and the organisation's systems. */
    static boolean mayHandle(Session session, Caller caller) {
        return caller.kind() == CallerKind.API_KEY
                || SessionAccess.isCustomer(session, caller)
                || SessionAccess.isResponsible(session, caller);
    }

    /** The reason when none is given. */
    static EndReason reason(Caller caller) {
        return EndReason.by(caller.kind());
    }
}
