package dev.remotesupport.platform.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.permission.Action;
import dev.remotesupport.platform.caller.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionPolicyTest {

    @Test
    void memberOfTheStaffGoesByRole() {
        var action = allowing("team_lead", "supervisor");

        assertThat(PermissionPolicy.mayCall(action, staff(StaffRole.TEAM_LEAD))).isTrue();
        assertThat(PermissionPolicy.mayCall(action, staff(StaffRole.SUPPORT))).isFalse();
        assertThat(PermissionPolicy.mayCall(action, staff(StaffRole.SUPER_ADMIN)))
                .isFalse();
    }

    @Test
    void apiKeyGoesByScopeAlone() {
        var action = allowing("support", "api_key:chat:read");

        assertThat(PermissionPolicy.mayCall(action, apiKey("chat:write", "chat:read")))
                .isTrue();
        assertThat(PermissionPolicy.mayCall(action, apiKey("chat:write"))).isFalse();
        assertThat(PermissionPolicy.mayCall(action, apiKey())).isFalse();
    }

    /** A scope is text that somebody once stored: it must never count as a role. */
    @Test
    void scopeIsNeverARole() {
        assertThat(PermissionPolicy.mayCall(allowing("admin"), apiKey("admin"))).isFalse();
    }

    @Test
    void othersGoByTheirKind() {
        var action = allowing("customer", "operator");

        assertThat(PermissionPolicy.mayCall(action, of(CallerKind.CUSTOMER))).isTrue();
        assertThat(PermissionPolicy.mayCall(action, of(CallerKind.OPERATOR))).isTrue();
        assertThat(PermissionPolicy.mayCall(action, of(CallerKind.VISITOR))).isFalse();
        assertThat(PermissionPolicy.mayCall(action, of(CallerKind.HELPER))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotListedIsClosedToAll(CallerKind kind) {
        assertThat(PermissionPolicy.mayCall(Optional.empty(), of(kind))).isFalse();
    }

    private static Optional<Action> allowing(String... names) {
        return Optional.of(
                new Action("thing", "Do a thing", Set.of(names), Optional.empty(), List.of("GET /api/things")));
    }

    private static Caller staff(StaffRole role) {
        return caller(CallerKind.STAFF, Optional.of(role), Set.of());
    }

    private static Caller apiKey(String... scopes) {
        return caller(CallerKind.API_KEY, Optional.empty(), Set.of(scopes));
    }

    private static Caller of(CallerKind kind) {
        return caller(kind, kind == CallerKind.STAFF ? Optional.of(StaffRole.SUPER_ADMIN) : Optional.empty(), Set.of());
    }

    private static Caller caller(CallerKind kind, Optional<StaffRole> role, Set<String> scopes) {
        return new Caller(
                kind,
                UUID.randomUUID().toString(),
                Optional.of(UUID.randomUUID()),
                role,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scopes,
                UUID.randomUUID().toString(),
                Instant.now(),
                Instant.now());
    }
}
