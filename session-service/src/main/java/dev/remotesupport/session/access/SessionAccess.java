package dev.remotesupport.session.access;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.lifecycle.Session;
import java.util.UUID;

/** Who stands in which relation to a session that he or she sees. */
public final class SessionAccess {

    private SessionAccess() {}

    /** Whether this is the one who is helped. A visitor who has been identified meanwhile still has the same id. */
    public static boolean isCustomer(Session session, Caller caller) {
        return (caller.kind() == CallerKind.CUSTOMER || caller.kind() == CallerKind.VISITOR)
                && caller.id().equals(session.customer().id());
    }

    /** Whether this member of the staff has the session, or leads those who have: of others, a lead sees none. */
    public static boolean isResponsible(Session session, Caller caller) {
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD) || isAssigned(session, caller);
    }

    private static boolean isAssigned(Session session, Caller caller) {
        return caller.isStaffAtLeast(StaffRole.SUPPORT)
                && session.staff()
                        .filter(staff -> staff.id().toString().equals(caller.id()))
                        .isPresent();
    }

    /** A participant's token opens its own session and no other. */
    static boolean isUsableFor(UUID session, Caller caller) {
        return caller.participant()
                .map(binding -> binding.sessionId().equals(session))
                .orElse(true);
    }
}
