package dev.remotesupport.session.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.desk.AssignPolicy.Assignee;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssignPolicyTest {

    @ParameterizedTest
    @EnumSource
    void everybodyOfTheStaffTakesSessions(StaffRole role) {
        var ada = Sessions.staff(Sessions.ADA, role);

        assertThat(AssignPolicy.assignee(ada, Optional.empty())).isInstanceOf(Assignee.Self.class);
        assertThat(AssignPolicy.assignee(ada, Optional.of(Sessions.ADA))).isInstanceOf(Assignee.Self.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoLeadsGivesThemToOthers(StaffRole role) {
        var assignee = AssignPolicy.assignee(Sessions.staff(Sessions.ADA, role), Optional.of(Sessions.BOB));

        assertThat(assignee)
                .isEqualTo(role == StaffRole.SUPPORT ? new Assignee.Forbidden() : new Assignee.Colleague(Sessions.BOB));
    }

    @Test
    void aSystemNamesSomebody() {
        assertThat(AssignPolicy.assignee(Sessions.apiKey(), Optional.of(Sessions.BOB)))
                .isEqualTo(new Assignee.Colleague(Sessions.BOB));
        assertThat(AssignPolicy.assignee(Sessions.apiKey(), Optional.empty())).isEqualTo(new Assignee.Missing());
    }

    @Test
    void customersTakeNothing() {
        assertThat(AssignPolicy.assignee(Sessions.visitor(Sessions.GRACE), Optional.empty()))
                .isEqualTo(new Assignee.Forbidden());
    }
}
