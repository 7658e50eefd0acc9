package dev.remotesupport.session.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.Sessions;
import dev.remotesupport.session.directory.SessionQuery.Holder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSearchTest {

    @Test
    void statesAreSeparatedByCommas() {
        assertThat(SessionSearch.states("queued, active,"))
                .containsExactlyInAnyOrder(SessionState.QUEUED, SessionState.ACTIVE);
        assertThat(SessionSearch.states(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SessionSearch.states("queued,paused"));
    }

    @Test
    void wordsAreFewAndInLowerCase() {
        assertThat(SessionSearch.words("  Grace\tHOPPER ")).containsExactly("grace", "hopper");
        assertThat(SessionSearch.words("a b c d e f g h")).hasSize(6);
        assertThat(SessionSearch.words("nul\u0000 x")).containsExactly("x");
        assertThat(SessionSearch.words(null)).isEmpty();
    }

    @Test
    void whoHasASessionIsSomebodyOrNobody() {
        var ada = Sessions.staff(Sessions.ADA, StaffRole.SUPPORT);

        assertThat(SessionSearch.holder("me", ada)).contains(new Holder.Member(Sessions.ADA));
        assertThat(SessionSearch.holder("none", ada)).contains(new Holder.Nobody());
        assertThat(SessionSearch.holder(Sessions.BOB.toString(), ada)).contains(new Holder.Member(Sessions.BOB));
        assertThat(SessionSearch.holder(null, ada)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SessionSearch.holder("bob", ada));
    }

    @Test
    void aDayIsMeantToItsEnd() {
        assertThat(SessionSearch.time("from", "2026-05-01", 0)).contains(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(SessionSearch.time("to", "2026-05-01", 1)).contains(Instant.parse("2026-05-02T00:00:00Z"));
        assertThat(SessionSearch.time("to", "2026-05-01T10:00:00Z", 1)).contains(Instant.parse("2026-05-01T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "T", "+999999999-12-31", "-1000-01-01", "2026-05-01T"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionSearch.time("from", text, 0));
    }

    @Test
    void tagsAreTheStaffs() {
        var ada = Sessions.staff(Sessions.ADA, StaffRole.SUPPORT);

        assertThat(SessionSearch.tags(List.of("VIP", "vip "), ada)).containsExactly("vip");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionSearch.tags(List.of("vip"), Sessions.customer(Sessions.GRACE)));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionSearch.tags(Collections.nCopies(6, "vip"), ada));
    }

    @Test
    void theNewestComeFirstUnlessSaidOtherwise() {
        var wanted = new SessionParameters();
        assertThat(SessionSearch.query(wanted, Sessions.apiKey()).sort()).isEqualTo(Sort.NEWEST);
        wanted.sort = "-staff";
        assertThat(SessionSearch.query(wanted, Sessions.apiKey()).sort()).isEqualTo(Sort.STAFF_BACKWARDS);
        wanted.sort = "colour";
        assertThatIllegalArgumentException().isThrownBy(() -> SessionSearch.query(wanted, Sessions.apiKey()));
    }
}
