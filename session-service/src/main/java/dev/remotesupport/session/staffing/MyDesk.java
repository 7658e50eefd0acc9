package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up members of the staff. Who looks at the own desk is remembered with name and role, which no event tells. */
@ApplicationScoped
class MyDesk {

    private final Tenancy tenancy;
    private final StaffProfiles profiles;

    MyDesk(Tenancy tenancy, StaffProfiles profiles) {
        this.tenancy = tenancy;
        this.profiles = profiles;
    }

    Uni<StaffMember> of(Caller caller) {
        var id = UUID.fromString(caller.id());
        var name = Optional.of(caller.name()).filter(said -> !said.isBlank());
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> profiles.remember(connection, caller.organisationId(), id, name, caller.role())
                        .chain(() -> profiles.find(connection, id))
                        .map(StaffProfiles::known));
    }

    Uni<StaffMember> of(Caller caller, UUID staff) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> profiles.find(connection, staff).map(StaffProfiles::known));
    }

    Uni<List<StaffMember>> all(Caller caller) {
        return tenancy.inTransaction(caller.organisationId(), profiles::all);
    }
}
