package dev.remotesupport.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.StaffRole;
import org.junit.jupiter.api.Test;

class StaffPolicyTest {

    @Test
    void adminsManageUpToTheirOwnRole() {
        assertThat(StaffPolicy.mayManage(StaffRole.ADMIN, StaffRole.SUPPORT)).isTrue();
        assertThat(StaffPolicy.mayManage(StaffRole.ADMIN, StaffRole.ADMIN)).isTrue();
        assertThat(StaffPolicy.mayManage(StaffRole.ADMIN, StaffRole.SUPER_ADMIN))
                .isFalse();
        assertThat(StaffPolicy.mayManage(StaffRole.SUPER_ADMIN, StaffRole.SUPER_ADMIN))
                .isTrue();
    }

    @Test
    void supervisorsManageSupportStaffOnly() {
        assertThat(StaffPolicy.mayManage(StaffRole.SUPERVISOR, StaffRole.SUPPORT))
                .isTrue();
        assertThat(StaffPolicy.mayManage(StaffRole.SUPERVISOR, StaffRole.TEAM_LEAD))
                .isFalse();
        assertThat(StaffPolicy.mayManage(StaffRole.SUPERVISOR, StaffRole.SUPERVISOR))
                .isFalse();
    }

    @Test
    void othersManageNobody() {
        assertThat(StaffPolicy.mayManage(StaffRole.TEAM_LEAD, StaffRole.SUPPORT))
                .isFalse();
        assertThat(StaffPolicy.mayManage(StaffRole.SUPPORT, StaffRole.SUPPORT)).isFalse();
    }

    @Test
    void lastSuperAdminCannotGoNorChange() {
        assertThat(StaffPolicy.orphans(StaffRole.SUPER_ADMIN, null, 1)).isTrue();
        assertThat(StaffPolicy.orphans(StaffRole.SUPER_ADMIN, StaffRole.ADMIN, 1))
                .isTrue();
        assertThat(StaffPolicy.orphans(StaffRole.SUPER_ADMIN, StaffRole.SUPER_ADMIN, 1))
                .isFalse();
        assertThat(StaffPolicy.orphans(StaffRole.SUPER_ADMIN, null, 2)).isFalse();
        assertThat(StaffPolicy.orphans(StaffRole.SUPPORT, null, 1)).isFalse();
    }
}
