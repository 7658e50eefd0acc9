package dev.remotesupport.session.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantPolicyTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Session session = Sessions.in(SessionState.ACTIVE);
    private final Caller tab = Sessions.in(session.id(), Seat.CUSTOMER, Sessions.visitor(Sessions.GRACE));
    private final Caller seat =
            Sessions.in(session.id(), Seat.TECHNICIAN, Sessions.staff(Sessions.ADA, StaffRole.SUPPORT));
    private final Caller elsewhere = Sessions.in(UUID.randomUUID(), Seat.CUSTOMER, Sessions.visitor(Sessions.GRACE));

    @Test
    void onlyTheCustomersSeatGives() {
        assertThat(GrantPolicy.mayGive(session, tab)).isTrue();
        assertThat(GrantPolicy.mayGive(session, seat)).isFalse();
        assertThat(GrantPolicy.mayGive(session, elsewhere)).isFalse();
        assertThat(GrantPolicy.mayGive(session, Sessions.visitor(Sessions.GRACE)))
                .isFalse();
    }

    @Test
    void bothSeatsRevoke() {
        assertThat(GrantPolicy.mayRevoke(session, tab)).isTrue();
        assertThat(GrantPolicy.mayRevoke(session, seat)).isTrue();
        assertThat(GrantPolicy.mayRevoke(session, elsewhere)).isFalse();
        assertThat(GrantPolicy.mayRevoke(session, Sessions.staff(Sessions.ADA, StaffRole.ADMIN)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsGivenAfterTheEnd(SessionState state) {
        assertThat(GrantPolicy.isOpen(Sessions.in(state))).isEqualTo(state != SessionState.ENDED);
    }

    @Test
    void aGrantLastsAsAskedUpToTheLongest() {
        assertThat(GrantPolicy.lasting(Optional.empty(), HOUR, DAY)).isEqualTo(HOUR);
        assertThat(GrantPolicy.lasting(Optional.of(Duration.ofMinutes(5)), HOUR, DAY))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(GrantPolicy.lasting(Optional.of(Duration.ofDays(9)), HOUR, DAY))
                .isEqualTo(DAY);
    }
}
