package dev.remotesupport.session.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionPolicyTest {

    @ParameterizedTest
    @EnumSource
    void whoLeadsIsAdmittedAndAnotherTechnicianIsNot(StaffRole role) {
        var seat = AdmissionPolicy.seat(Sessions.in(SessionState.ACTIVE), Sessions.staff(Sessions.BOB, role));

        if (role == StaffRole.SUPPORT) {
            assertThat(seat).isEmpty();
        } else {
            assertThat(seat).contains(Seat.TECHNICIAN);
        }
    }

    @Test
    void eachSideGetsItsSeat() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(AdmissionPolicy.seat(session, Sessions.visitor(Sessions.GRACE)))
                .contains(Seat.CUSTOMER);
        assertThat(AdmissionPolicy.seat(session, Sessions.staff(Sessions.ADA, StaffRole.SUPPORT)))
                .contains(Seat.TECHNICIAN);
        assertThat(AdmissionPolicy.seat(session, Sessions.visitor("stranger"))).isEmpty();
        assertThat(AdmissionPolicy.seat(session, Sessions.apiKey("sessions:write")))
                .isEmpty();
    }
}
