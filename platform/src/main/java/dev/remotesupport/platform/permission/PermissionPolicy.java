package dev.remotesupport.platform.permission;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.contracts.permission.Action;
import dev.remotesupport.platform.caller.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a caller may do something at all. */
public final class PermissionPolicy {

    private PermissionPolicy() {}

    /** @param action absent when nobody has said who may; then nobody may */
    public static boolean mayCall(Optional<Action> action, Caller caller) {
        return action.filter(known -> known.isFor(namesOf(caller))).isPresent();
    }

    /** What the file calls this caller. */
    private static Set<String> namesOf(Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> caller.role().map(StaffRole::wire).map(Set::of).orElse(Set.of());
            case CUSTOMER, VISITOR, OPERATOR -> Set.of(caller.kind().wire());
            case API_KEY ->
                caller.scopes().stream().map(scope -> "api_key:" + scope).collect(Collectors.toUnmodifiableSet());
            case HELPER -> Set.of();
        };
    }
}
