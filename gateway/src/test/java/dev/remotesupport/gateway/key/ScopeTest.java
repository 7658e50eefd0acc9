package dev.remotesupport.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.permission.Permissions;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void everyScopeOfTheMatrixCanBeGivenToAKey() {
        var scopes = Permissions.load().actions().stream()
                .flatMap(action -> action.allowed().stream())
                .filter(name -> name.startsWith("api_key:"))
                .map(name -> name.substring("api_key:".length()));

        assertThat(scopes).isNotEmpty().allMatch(scope -> Scope.of(scope).isPresent());
    }
}
