package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.util.Optional;
import java.util.UUID;

/** Who may give a session to whom. */
final class AssignPolicy {

    private AssignPolicy() {}

    sealed interface Assignee {

        /** The caller takes it. */
        record Self(UUID id, String name) implements Assignee {}

        /** The caller gives it to somebody else. */
        record Colleague(UUID id) implements Assignee {}

        /** The caller is nobody who could take it, and names nobody. */
        record Missing() implements Assignee {}

        record Forbidden() implements Assignee {}
    }

    static Assignee assignee(Caller caller, Optional<UUID> named) {
        if (caller.kind() == CallerKind.API_KEY) {
            return named.<Assignee>map(Assignee.Colleague::new).orElseGet(Assignee.Missing::new);
        }
        if (!caller.isStaffAtLeast(StaffRole.SUPPORT)) {
            return new Assignee.Forbidden();
        }
        var own = UUID.fromString(caller.id());
        if (named.isEmpty() || named.get().equals(own)) {
            return new Assignee.Self(own, caller.name().isBlank() ? "Staff" : caller.name());
        }
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                ? new Assignee.Colleague(named.get())
                : new Assignee.Forbidden();
    }
}
