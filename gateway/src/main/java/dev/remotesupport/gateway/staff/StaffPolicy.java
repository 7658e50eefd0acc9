package dev.remotesupport.gateway.staff;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;

/** Who may make, change and remove whom. */
final class StaffPolicy {

    private StaffPolicy() {}

    /**
     * Supervisors manage support staff. Admins manage everybody up to their own role, so that none can raise themselves or take
     * over a super admin.
     */
    static boolean mayManage(StaffRole actor, StaffRole target) {
        return switch (actor) {
            case SUPPORT, TEAM_LEAD -> false;
            case SUPERVISOR -> target == StaffRole.SUPPORT;
            case ADMIN, SUPER_ADMIN -> target.compareTo(actor) <= 0;
        };
    }

    /** The role in which somebody manages others: a system does so for the admins, who made its key. */
    static StaffRole standing(Caller actor) {
        return actor.kind() == CallerKind.API_KEY
                ? StaffRole.ADMIN
                : actor.role().orElse(StaffRole.SUPPORT);
    }

    /** Whether this would leave the organisation without a super admin. */
    static boolean orphans(StaffRole before, StaffRole after, long superAdmins) {
        return before == StaffRole.SUPER_ADMIN && after != StaffRole.SUPER_ADMIN && superAdmins <= 1;
    }
}
