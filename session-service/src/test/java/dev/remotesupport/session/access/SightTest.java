package dev.remotesupport.session.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.Sessions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {

    private static final Sight ADA = new Sight.Desk(Set.of(Sessions.ADA), Optional.empty());
    private static final Sight BOB = new Sight.Desk(Set.of(Sessions.BOB), Optional.empty());
    private static final Sight LEAD = new Sight.Desk(Set.of(Sessions.ADA, Sessions.BOB), Optional.of(Set.of()));

    @ParameterizedTest
    @EnumSource(
            value = SessionState.class,
            names = {"REQUESTED", "QUEUED", "OFFERED"})
    void whoeverWaitsIsSeenByAllOfTheStaff(SessionState state) {
        assertThat(ADA.sees(Sessions.in(state))).isTrue();
        assertThat(BOB.sees(Sessions.in(state))).isTrue();
        assertThat(LEAD.sees(Sessions.in(state))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionState.class,
            names = {"ACTIVE", "INTERRUPTED"})
    void whatSomebodyHasIsSeenByThatOneAndWhoLeads(SessionState state) {
        var adas = Sessions.in(state);

        assertThat(ADA.sees(adas)).isTrue();
        assertThat(BOB.sees(adas)).isFalse();
        assertThat(LEAD.sees(adas)).isTrue();
        assertThat(new Sight.Desk(Set.of(Sessions.BOB), Optional.of(Set.of())).sees(adas))
                .isFalse();
        assertThat(new Sight.All().sees(adas)).isTrue();
        assertThat(new Sight.Nothing().sees(adas)).isFalse();
    }

    @Test
    void whatNobodyTookIsSeenByTheLeadsOfItsTeam() {
        var missed = Sessions.in(SessionState.ENDED);
        var team = UUID.randomUUID();

        assertThat(ADA.sees(missed)).isFalse();
        assertThat(LEAD.sees(missed)).isTrue();
        assertThat(LEAD.sees(Sessions.forTeam(team, missed))).isFalse();
        assertThat(new Sight.Desk(Set.of(), Optional.of(Set.of(team))).sees(Sessions.forTeam(team, missed)))
                .isTrue();
    }

    @Test
    void visitorsSeeTheirOwnSessionOnly() {
        var session = Sessions.in(SessionState.ACTIVE);

        assertThat(new Sight.Own(Sessions.GRACE).sees(session)).isTrue();
        assertThat(new Sight.Own("stranger").sees(session)).isFalse();
    }

    @Test
    void thePastIsToldOfWhomTheyHelpNow() {
        assertThat(ADA.knowsThePastOf(Sessions.in(SessionState.ACTIVE))).isTrue();
        assertThat(ADA.knowsThePastOf(Sessions.in(SessionState.OFFERED))).isTrue();
        assertThat(BOB.knowsThePastOf(Sessions.in(SessionState.OFFERED))).isFalse();
        assertThat(ADA.knowsThePastOf(Sessions.in(SessionState.QUEUED))).isFalse();
        assertThat(ADA.knowsThePastOf(Sessions.in(SessionState.ENDED))).isFalse();
        assertThat(new Sight.All().knowsThePastOf(Sessions.in(SessionState.ENDED)))
                .isTrue();
    }
}
