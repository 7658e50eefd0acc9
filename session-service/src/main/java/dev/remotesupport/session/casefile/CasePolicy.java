package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;

/** Who deletes which case. */
final class CasePolicy {

    private CasePolicy() {}

    static boolean mayDelete(CaseFile file, Caller caller) {
        return caller.kind() == CallerKind.API_KEY
                || caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                || file.openedBy().id().equals(caller.id());
    }
}
