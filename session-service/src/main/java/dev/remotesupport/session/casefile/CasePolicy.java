package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.util.Optional;

/** Who sees and changes which case. */
final class CasePolicy {

    private CasePolicy() {}

    /** Customers and visitors see their own, staff and systems all. */
    static Optional<String> onlyOf(Caller caller) {
        return isInsider(caller) ? Optional.empty() : Optional.of(caller.id());
    }

    static boolean maySee(CaseFile file, Caller caller) {
        return onlyOf(caller)
                .map(own -> file.customer()
                        .filter(customer -> customer.id().equals(own))
                        .isPresent())
                .orElse(true);
    }

    static boolean mayDelete(CaseFile file, Caller caller) {
        return caller.kind() == CallerKind.API_KEY
                || caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                || file.openedBy().id().equals(caller.id());
    }

    private static boolean isInsider(Caller caller) {
        return caller.kind() == CallerKind.STAFF || caller.kind() == CallerKind.API_KEY;
    }
}
