package dev.remotesupport.contracts.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {

    private final Permissions permissions = Permissions.load();

    @Test
    void everyActionIsWellFormed() {
        assertThat(permissions.actions()).extracting(Action::id).doesNotHaveDuplicates();
        for (Action action : permissions.actions()) {
            assertThat(action.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(action.title()).as(action.id()).isNotBlank();
            assertThat(action.endpoints()).as(action.id()).isNotEmpty().allMatch(PermissionsTest::isEndpoint);
            assertThat(action.allowed()).as(action.id()).isNotEmpty().allMatch(PermissionsTest::isKnown);
        }
    }

    @Test
    void whoeverLeadsMayDoWhatThoseMayWhoAreLed() {
        var roles = StaffRole.values();
        for (Action action : permissions.actions()) {
            for (int led = 0; led < roles.length - 1; led++) {
                assertThat(action.isFor(Set.of(roles[led + 1].wire())) || !action.isFor(Set.of(roles[led].wire())))
                        .as("%s for %s and not for %s", action.id(), roles[led], roles[led + 1])
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{1} {2} begins with {0}")
    @CsvSource({
        "visitor,     POST,   /api/support/chat/start",
        "visitor,     POST,   /api/support/call/start",
        "customer,    GET,    /api/support/chat/{id}/messages",
        "customer,    POST,   /api/sessions/{id}/rating",
        "support,     GET,    /api/sessions/queue",
        "support,     GET,    /api/support/call/queue",
        "support,     POST,   /api/support/chat/{id}/assign",
        "support,     POST,   /api/sessions/{id}/transfer",
        "support,     GET,    /api/sessions/{id}/context",
        "team_lead,   GET,    /api/stats/daily",
        "team_lead,   PUT,    /api/desk/staff/{id}/availability",
        "supervisor,  PUT,    /api/desk/staff/{id}/schedule",
        "supervisor,  GET,    /api/admin/support/stats",
        "supervisor,  PUT,    /api/desk/settings",
        "supervisor,  POST,   /api/admin/support/staff",
        "admin,       POST,   /api/staff",
        "admin,       DELETE, /api/keys/{id}",
        "operator,    POST,   /api/organisations",
    })
    void rightsOfTheRequirementsBeginWithTheirRole(String first, String method, String path) {
        var rising = List.of("visitor", "customer", "support", "team_lead", "supervisor", "admin", "super_admin");
        var action = permissions.of(method, path).orElseThrow();

        assertThat(action.isFor(Set.of(first))).isTrue();
        for (var role : rising.subList(0, Math.max(0, rising.indexOf(first)))) {
            assertThat(first.equals("customer") && role.equals("visitor") || !action.isFor(Set.of(role)))
                    .as("%s may not %s", role, action.id())
                    .isTrue();
        }
    }

    @Test
    void parametersMatchWhateverTheyAreCalled() {
        assertThat(permissions.of("PUT", "/api/sessions/{session}/notes/{note: [0-9]+}"))
                .map(Action::id)
                .contains("write-notes");
        assertThat(permissions.of("PUT", "/api/sessions/{id}/notes")).isEmpty();
        assertThat(permissions.of("PATCH", "/api/sessions/{id}")).isEmpty();
    }

    @Test
    void oneEndpointBelongsToOneAction() {
        var one = action("one", "GET /api/things/{id}");
        var other = action("other", "GET /api/things/{thing}");

        assertThatThrownBy(() -> new Permissions(List.of(one, other))).isInstanceOf(IllegalStateException.class);
    }

    private static Action action(String id, String endpoint) {
        return new Action(id, id, Set.of("support"), Optional.empty(), List.of(endpoint));
    }

    private static boolean isEndpoint(String endpoint) {
        return endpoint.matches("(GET|POST|PUT|PATCH|DELETE) (/[a-zA-Z.{}-]+)+");
    }

    private static boolean isKnown(String name) {
        return name.equals(Action.ANYBODY)
                || Set.of(CallerKind.CUSTOMER, CallerKind.VISITOR, CallerKind.OPERATOR).stream()
                        .anyMatch(kind -> kind.wire().equals(name))
                || Arrays.stream(StaffRole.values())
                        .anyMatch(role -> role.wire().equals(name))
                || name.matches("api_key:[a-z]+:(read|write)");
    }
}
