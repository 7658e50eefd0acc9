package dev.remotesupport.session.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingPolicyTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Caller GRACE = Sessions.visitor(Sessions.GRACE);

    @Test
    void theRatingIsTheCustomers() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(against(session, GRACE, Instant.now())).isEmpty();
        assertThat(against(session, Sessions.apiKey(), Instant.now())).isEmpty();
        assertThat(against(session, Sessions.visitor("stranger"), Instant.now()))
                .contains(SessionProblem.NOT_YOUR_SESSION);
        assertThat(against(session, Sessions.staff(Sessions.ADA, StaffRole.SUPER_ADMIN), Instant.now()))
                .contains(SessionProblem.NOT_YOUR_SESSION);
    }

    @Test
    void aSessionCanBeRatedForAWeekAfterItsEnd() {
        var session = Sessions.in(SessionState.ENDED);
        var ended = session.times().endedAt().orElseThrow();

        assertThat(against(session, GRACE, ended.plus(WEEK))).isEmpty();
        assertThat(against(session, GRACE, ended.plus(WEEK).plusSeconds(1))).contains(SessionProblem.RATED_TOO_LATE);
    }

    private static Optional<SessionProblem> against(Session session, Caller caller, Instant now) {
        return RatingPolicy.against(session, caller, now, WEEK);
    }
}
