package dev.remotesupport.signaling.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.signaling.relay.RelayRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Grants grants = new Grants();

    @Test
    void withoutGrantOnlyWhatNeedsNonePasses() {
        assertThat(GrantPolicy.mayPass(RelayRule.GRANT_REQUEST, grants, NOON)).isTrue();
        assertThat(GrantPolicy.mayPass(RelayRule.COBROWSE_EVENTS, grants, NOON)).isFalse();
        assertThat(GrantPolicy.mayPass(RelayRule.CONTROL, grants, NOON)).isFalse();
    }

    @Test
    void viewLetsThePagePassButNotInput() {
        grants.put(grant(Capability.VIEW));

        assertThat(GrantPolicy.mayPass(RelayRule.COBROWSE_EVENTS, grants, NOON)).isTrue();
        assertThat(GrantPolicy.mayPass(RelayRule.POINTER_MOVE, grants, NOON)).isTrue();
        assertThat(GrantPolicy.mayPass(RelayRule.CONTROL, grants, NOON)).isFalse();
    }

    @Test
    void controlCountsOnlyTogetherWithView() {
        grants.put(grant(Capability.CONTROL));
        assertThat(GrantPolicy.mayPass(RelayRule.CONTROL, grants, NOON)).isFalse();

        grants.put(grant(Capability.VIEW));

        assertThat(GrantPolicy.mayPass(RelayRule.CONTROL, grants, NOON)).isTrue();
    }

    @Test
    void grantEndsAtItsMinute() {
        grants.put(grant(Capability.VIEW));

        Instant end = NOON.plusSeconds(60);

        assertThat(GrantPolicy.mayPass(RelayRule.COBROWSE_EVENTS, grants, end.minusMillis(1)))
                .isTrue();
        assertThat(GrantPolicy.mayPass(RelayRule.COBROWSE_EVENTS, grants, end)).isFalse();
    }

    @Test
    void whatWasWithdrawnAtOrAfterItsGivingDoesNotCount() {
        var stored = List.of(grant(Capability.VIEW), grant(Capability.CONTROL), grant(Capability.FILES));

        var counting = GrantPolicy.counting(
                stored,
                Map.of(
                        Capability.VIEW,
                        NOON,
                        Capability.CONTROL,
                        NOON.plusSeconds(1),
                        Capability.FILES,
                        NOON.minusSeconds(1)));

        assertThat(counting).extracting(Grant::capability).containsExactly(Capability.FILES);
    }

    @Test
    void whatSessionServiceHasAsRevokedDoesNotCount() {
        var revoked = new Grant(Capability.VIEW, NOON, NOON.plusSeconds(60), NOON.plusSeconds(5));

        assertThat(GrantPolicy.counting(List.of(revoked), Map.of())).isEmpty();
    }

    @Test
    void controlIsRevokedTogetherWithView() {
        assertThat(GrantPolicy.revokedTogether(Capability.VIEW))
                .containsExactlyInAnyOrder(Capability.VIEW, Capability.CONTROL);
        assertThat(GrantPolicy.revokedTogether(Capability.CONTROL)).containsExactly(Capability.CONTROL);
    }

    private static Grant grant(Capability capability) {
        return new Grant(capability, NOON, NOON.plusSeconds(60), null);
    }
}
