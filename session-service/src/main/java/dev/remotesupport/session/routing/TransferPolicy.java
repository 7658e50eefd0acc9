package dev.remotesupport.session.routing;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.SessionAccess;
import dev.remotesupport.session.lifecycle.Session;

/** Who may hand a session on: its technician, who leads them, and the organisation's systems. */
final class TransferPolicy {

    private TransferPolicy() {}

    static boolean mayTransfer(Session session, Caller caller) {
        return caller.kind() == CallerKind.API_KEY || SessionAccess.isResponsible(session, caller);
    }
}
