package dev.remotesupport.session.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionAccessTest {

    private final Session session = Sessions.in(SessionState.ACTIVE);

    @Test
    void aVisitorWhoHasBeenIdentifiedKeepsTheSession() {
        assertThat(SessionAccess.isCustomer(session, Sessions.visitor(Sessions.GRACE)))
                .isTrue();
        assertThat(SessionAccess.isCustomer(session, Sessions.customer(Sessions.GRACE)))
                .isTrue();
        assertThat(SessionAccess.isCustomer(session, Sessions.customer("stranger")))
                .isFalse();
    }

    @Test
    void aParticipantsTokenOpensItsOwnSessionOnly() {
        var ada = Sessions.staff(Sessions.ADA, StaffRole.SUPPORT);

        assertThat(SessionAccess.isUsableFor(session.id(), Sessions.in(session.id(), Seat.TECHNICIAN, ada)))
                .isTrue();
        assertThat(SessionAccess.isUsableFor(session.id(), Sessions.in(UUID.randomUUID(), Seat.TECHNICIAN, ada)))
                .isFalse();
    }

    @Test
    void theTechnicianAndWhoLeadsAreResponsible() {
        assertThat(SessionAccess.isResponsible(session, Sessions.staff(Sessions.ADA, StaffRole.SUPPORT)))
                .isTrue();
        assertThat(SessionAccess.isResponsible(session, Sessions.staff(Sessions.BOB, StaffRole.SUPPORT)))
                .isFalse();
        assertThat(SessionAccess.isResponsible(session, Sessions.staff(Sessions.BOB, StaffRole.TEAM_LEAD)))
                .isTrue();
    }
}
