package dev.remotesupport.session.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.staffing.Capacity;
import dev.remotesupport.session.staffing.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandidateTest {

    private static final UUID TEAM = UUID.randomUUID();
    private static final Session WAITS = Sessions.in(SessionState.QUEUED);
    private static final StaffMember IN_TEAM = member(List.of(new StaffMember.Team(TEAM, "Billing")), List.of());
    private static final StaffMember SPEAKS_DUTCH = member(List.of(), List.of("dutch"));

    @ParameterizedTest
    @EnumSource(SessionState.class)
    void onlyWhatWaitsIsForAnybody(SessionState state) {
        var waits = state == SessionState.QUEUED || state == SessionState.OFFERED;

        assertThat(may(StaffRole.SUPPORT, SPEAKS_DUTCH, Sessions.in(state))).isEqualTo(waits);
        assertThat(may(StaffRole.SUPER_ADMIN, SPEAKS_DUTCH, Sessions.in(state))).isEqualTo(waits);
    }

    @Test
    void whatIsForATeamIsForItsMembers() {
        var forTeam = Sessions.forTeam(TEAM, WAITS);

        assertThat(may(StaffRole.SUPPORT, IN_TEAM, forTeam)).isTrue();
        assertThat(may(StaffRole.SUPPORT, SPEAKS_DUTCH, forTeam)).isFalse();
        assertThat(may(StaffRole.TEAM_LEAD, SPEAKS_DUTCH, forTeam)).isTrue();
    }

    @Test
    void whatNeedsASkillIsForThoseWhoHaveIt() {
        var inDutch = Sessions.needing("dutch", WAITS);

        assertThat(may(StaffRole.SUPPORT, SPEAKS_DUTCH, inDutch)).isTrue();
        assertThat(may(StaffRole.SUPPORT, IN_TEAM, inDutch)).isFalse();
        assertThat(may(StaffRole.SUPPORT, SPEAKS_DUTCH, Sessions.forTeam(TEAM, inDutch)))
                .isFalse();
        assertThat(may(StaffRole.TEAM_LEAD, IN_TEAM, inDutch)).isTrue();
    }

    @Test
    void whoIsNewHereIsInNoTeam() {
        var support = Sessions.staff(Sessions.BOB, StaffRole.SUPPORT);

        assertThat(CandidateResource.isCandidate(support, Optional.empty(), WAITS))
                .isTrue();
        assertThat(CandidateResource.isCandidate(support, Optional.empty(), Sessions.forTeam(TEAM, WAITS)))
                .isFalse();
        assertThat(CandidateResource.isCandidate(support, Optional.empty(), Sessions.needing("dutch", WAITS)))
                .isFalse();
    }

    private static boolean may(StaffRole role, StaffMember member, Session session) {
        return CandidateResource.isCandidate(Sessions.staff(member.id(), role), Optional.of(member), session);
    }

    private static StaffMember member(List<StaffMember.Team> teams, List<String> skills) {
        return new StaffMember(
                UUID.randomUUID(),
                Sessions.ORGANISATION,
                Optional.of("Bob"),
                Optional.empty(),
                new Capacity(5, 2),
                new Capacity(0, 0),
                teams,
                skills,
                Availability.ONLINE,
                true,
                Instant.parse("2026-03-01T10:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
