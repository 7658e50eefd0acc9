package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members come, change their roles and go, as the gateway tells it. Who goes leaves no session behind. */
@ApplicationScoped
public class StaffTurnover {

    private static final String REMOVE = """
            UPDATE staff_member SET removed_at = clock_timestamp(), name = NULL, skills = '{}', schedule = NULL, availability = 'offline',
              connected = false, gone_at = NULL, since = clock_timestamp(), version = version + 1
            WHERE id = $1
            RETURNING\s""" + StaffState.COLUMNS;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;
    private final ReturnSessions sessions;
    private final StaffNews news;

    StaffTurnover(Tenancy tenancy, StaffProfiles profiles, ReturnSessions sessions, StaffNews news) {
        this.tenancy = tenancy;
        this.profiles = profiles;
        this.sessions = sessions;
        this.news = news;
    }

    public Uni<Void> changed(SqlConnection connection, UUID organisation, UUID staff, StaffRole role) {
        return profiles.remember(connection, organisation, staff, Optional.empty(), Optional.of(role));
    }

    Uni<Void> removed(UUID organisation, UUID staff) {
        return tenancy.inTransaction(organisation, connection -> removed(connection, staff));
    }

    public Uni<Void> removed(SqlConnection connection, UUID staff) {
        return profiles.lockIfThere(connection, staff)
                .chain(member -> member.isEmpty() ? Uni.createFrom().voidItem() : remove(connection, staff));
    }

    private Uni<Void> remove(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(staff))
                .chain(rows -> news.availability(connection, StaffState.all(rows)))
                .chain(() -> connection
                        .preparedQuery("DELETE FROM team_member WHERE staff_id = $1")
                        .execute(Tuple.of(staff)))
                .chain(() -> sessions.offered(connection, List.of(staff)))
                .chain(() -> sessions.held(connection, staff));
    }
}
