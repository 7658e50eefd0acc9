package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.util.UUID;

/** Who stands in which relation to a session. Row-level security has already kept other organisations out. */
public final class SessionAccess {

    private SessionAccess() {}

    /** Whether the session exists for this caller at all: staff see all of their organisation, customers their own. */
    public static boolean isVisible(Session session, Caller caller) {
        return isUsableFor(session.id(), caller)
                && switch (caller.kind()) {
                    case STAFF, API_KEY -> true;
                    case CUSTOMER, VISITOR -> isCustomer(session, caller);
                    case HELPER, OPERATOR -> false;
                };
    }

    /** Whether this is the one who is helped. A visitor who has been identified meanwhile still has the same id. */
    public static boolean isCustomer(Session session, Caller caller) {
        return (caller.kind() == CallerKind.CUSTOMER || caller.kind() == CallerKind.VISITOR)
                && caller.id().equals(session.customer().id());
    }

    /** Whether this member of the staff has the session, or leads those who have. */
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
    private static boolean isUsableFor(UUID session, Caller caller) {
        return caller.participant()
                .map(binding -> binding.sessionId().equals(session))
                .orElse(true);
    }
}
