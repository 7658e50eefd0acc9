package dev.remotesupport.session.calldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.Sessions;
import org.junit.jupiter.api.Test;

class CallPolicyTest {

    private final Caller ada = Sessions.staff(Sessions.ADA, StaffRole.SUPPORT);
    private final Caller bob = Sessions.staff(Sessions.BOB, StaffRole.SUPPORT);
    private final Caller lead = Sessions.staff(Sessions.BOB, StaffRole.TEAM_LEAD);
    private final Caller grace = Sessions.visitor(Sessions.GRACE);

    @Test
    void eitherSideEndsACallAndNobodyElse() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(CallPolicy.mayEnd(session, grace)).isTrue();
        assertThat(CallPolicy.mayEnd(session, ada)).isTrue();
        assertThat(CallPolicy.mayEnd(session, lead)).isTrue();
        assertThat(CallPolicy.mayEnd(session, Sessions.apiKey("sessions:write")))
                .isTrue();
        assertThat(CallPolicy.mayEnd(session, bob)).isFalse();
        assertThat(CallPolicy.mayEnd(session, Sessions.visitor("somebody-else")))
                .isFalse();
    }

    @Test
    void whoWaitsMayBeCalledByAnybodyOfTheStaff() {
        assertThat(CallPolicy.mayStart(Sessions.in(SessionState.QUEUED), bob)).isTrue();
        assertThat(CallPolicy.mayStart(Sessions.in(SessionState.ACTIVE), bob)).isFalse();
        assertThat(CallPolicy.mayStart(Sessions.in(SessionState.QUEUED), Sessions.visitor("somebody-else")))
                .isFalse();
    }

    @Test
    void aTechnicianCallsTheCustomerAndEverybodyElseTheTechnician() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(CallPolicy.ringsAt(session, ada)).isEqualTo(Seat.CUSTOMER);
        assertThat(CallPolicy.ringsAt(session, lead)).isEqualTo(Seat.TECHNICIAN);
        assertThat(CallPolicy.ringsAt(session, grace)).isEqualTo(Seat.TECHNICIAN);
        assertThat(CallPolicy.ringsAt(session, Sessions.apiKey())).isEqualTo(Seat.TECHNICIAN);
    }
}
