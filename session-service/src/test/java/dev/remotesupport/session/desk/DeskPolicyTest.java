package dev.remotesupport.session.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.EndReason;
import org.junit.jupiter.api.Test;

class DeskPolicyTest {

    @Test
    void whoTakesPartOrLeadsHandlesTheSession() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(DeskPolicy.mayHandle(session, Sessions.visitor(Sessions.GRACE)))
                .isTrue();
        assertThat(DeskPolicy.mayHandle(session, Sessions.staff(Sessions.ADA, StaffRole.SUPPORT)))
                .isTrue();
        assertThat(DeskPolicy.mayHandle(session, Sessions.staff(Sessions.BOB, StaffRole.TEAM_LEAD)))
                .isTrue();
        assertThat(DeskPolicy.mayHandle(session, Sessions.apiKey())).isTrue();
        assertThat(DeskPolicy.mayHandle(session, Sessions.staff(Sessions.BOB, StaffRole.SUPPORT)))
                .isFalse();
        assertThat(DeskPolicy.mayHandle(session, Sessions.visitor("stranger"))).isFalse();
    }

    @Test
    void aWaitingSessionIsHandledByNobodyOfTheStaffButLeads() {
        var session = Sessions.in(SessionState.QUEUED);

        assertThat(DeskPolicy.mayHandle(session, Sessions.staff(Sessions.ADA, StaffRole.SUPPORT)))
                .isFalse();
        assertThat(DeskPolicy.mayHandle(session, Sessions.staff(Sessions.ADA, StaffRole.TEAM_LEAD)))
                .isTrue();
    }

    @Test
    void theReasonTellsWhoEndedIt() {
        assertThat(DeskPolicy.reason(Sessions.visitor(Sessions.GRACE))).isEqualTo(EndReason.BY_CUSTOMER);
        assertThat(DeskPolicy.reason(Sessions.staff(Sessions.ADA, StaffRole.SUPPORT)))
                .isEqualTo(EndReason.BY_STAFF);
        assertThat(DeskPolicy.reason(Sessions.apiKey())).isEqualTo(EndReason.BY_API);
    }
}
