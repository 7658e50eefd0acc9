package dev.remotesupport.gateway.staff;

import dev.remotesupport.contracts.StaffRole;

/** Who may make, change and remove whom. */
final class StaffPolicy {

    private StaffPolicy() {}

    /** Admins manage everybody up to their own role, so that none can raise themselves or take over a super admin. */
    static boolean mayManage(StaffRole actor, StaffRole target) {
        return actor.compareTo(StaffRole.ADMIN) >= 0 && target.compareTo(actor) <= 0;
    }

    /** Whether this would leave the organisation without a super admin. */
    static boolean orphans(StaffRole before, StaffRole after, long superAdmins) {
        return before == StaffRole.SUPER_ADMIN && after != StaffRole.SUPER_ADMIN && superAdmins <= 1;
    }
}
