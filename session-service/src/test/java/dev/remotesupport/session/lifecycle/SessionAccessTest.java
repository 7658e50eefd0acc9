package dev.remotesupport.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionAccessTest {

    private final Session session = Sessions.in(SessionState.ACTIVE);

    @Test
    void staffAndKeysSeeEverySessionOfTheirOrganisation() {
        assertThat(SessionAccess.isVisible(session, Sessions.staff(Sessions.BOB, StaffRole.SUPPORT)))
                .isTrue();
        assertThat(SessionAccess.isVisible(session, Sessions.apiKey())).isTrue();
    }

    @Test
    void visitorsSeeTheirOwnSessionOnly() {
        assertThat(SessionAccess.isVisible(session, Sessions.visitor(Sessions.GRACE)))
                .isTrue();
        assertThat(SessionAccess.isVisible(session, Sessions.visitor("stranger")))
                .isFalse();
    }

    @Test
    void aVisitorWhoHasBeenIdentifiedKeepsTheSession() {
        assertThat(SessionAccess.isVisible(session, Sessions.customer(Sessions.GRACE)))
                .isTrue();
    }

    @Test
    void aParticipantsTokenOpensItsOwnSessionOnly() {
        var ada = Sessions.staff(Sessions.ADA, StaffRole.SUPPORT);

        assertThat(SessionAccess.isVisible(session, Sessions.in(session.id(), Seat.TECHNICIAN, ada)))
                .isTrue();
        assertThat(SessionAccess.isVisible(session, Sessions.in(UUID.randomUUID(), Seat.TECHNICIAN, ada)))
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
