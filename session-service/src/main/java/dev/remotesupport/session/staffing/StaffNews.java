package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells the suite, and who gives sessions out, that a member of the staff has changed. */
@ApplicationScoped
class StaffNews {

    private final Outbox outbox;
    private final Tenancy tenancy;
    private final List<WhenStaffChanged> whenChanged;

    StaffNews(Outbox outbox, Tenancy tenancy, @All List<WhenStaffChanged> whenChanged) {
        this.outbox = outbox;
        this.tenancy = tenancy;
        this.whenChanged = whenChanged;
    }

    /** Of members in a new version each, whose rows are locked. */
    Uni<Void> availability(SqlConnection connection, List<StaffState> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        changed.stream()
                .map(StaffState::organisation)
                .distinct()
                .forEach(organisation -> profile(connection, organisation));
        return outbox.append(connection, changed.stream().map(StaffNews::event).toList());
    }

    /** What nobody outside needs to know, such as limits. */
    void profile(SqlConnection connection, UUID organisation) {
        tenancy.afterCommit(connection, () -> whenChanged.forEach(part -> part.changed(organisation)));
    }

    private static StaffAvailabilityChanged event(StaffState state) {
        return new StaffAvailabilityChanged(
                state.organisation(),
                state.id(),
                state.version(),
                Instant.now(),
                state.availability(),
                state.connected());
    }
}
