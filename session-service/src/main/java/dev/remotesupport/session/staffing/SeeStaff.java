package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down whose consoles are open, as each signaling replica tells it. Rows are locked in one order, because replicas report
 * at the same time.
 */
@ApplicationScoped
class SeeStaff {

    private static final String LOCKED = """
            (SELECT id FROM staff_member WHERE id = ANY ($1) AND removed_at IS NULL ORDER BY id FOR UPDATE)
            """;
    private static final String STILL_THERE =
            "UPDATE staff_member SET seen_at = clock_timestamp() WHERE connected AND id IN " + LOCKED;

    /** Whoever never said a word and opens the console comes to work. */
    private static final String ARRIVED = """
            UPDATE staff_member SET seen_at = clock_timestamp(), connected = true, gone_at = NULL, since = clock_timestamp(),
              availability = CASE WHEN said THEN availability ELSE 'online' END, said = true, version = version + 1
            WHERE NOT connected AND id IN\s""" + LOCKED + " RETURNING " + StaffState.COLUMNS;

    /** Not at once, because the member's other console may be open at another replica, which will say so. */
    private static final String SAID_GOODBYE = """
            UPDATE staff_member SET seen_at = least(seen_at, clock_timestamp() - $2 * interval '1 millisecond')
            WHERE connected AND id IN\s""" + LOCKED;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;
    private final StaffNews news;
    private final SessionConfig config;

    SeeStaff(Tenancy tenancy, StaffProfiles profiles, StaffNews news, SessionConfig config) {
        this.tenancy = tenancy;
        this.profiles = profiles;
        this.news = news;
        this.config = config;
    }

    Uni<Void> see(Caller caller, Set<UUID> there, Set<UUID> gone) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> rememberCaller(connection, caller, there)
                        .chain(() -> there(connection, array(there)))
                        .chain(() -> gone(connection, array(gone))));
    }

    /** The first sign may come before the gateway's event of this member; of nobody else is an unknown id believed. */
    private Uni<Void> rememberCaller(SqlConnection connection, Caller caller, Set<UUID> there) {
        var id = UUID.fromString(caller.id());
        return there.contains(id)
                ? profiles.remember(
                        connection,
                        caller.organisationId(),
                        id,
                        Optional.of(caller.name()).filter(name -> !name.isBlank()),
                        caller.role())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> there(SqlConnection connection, UUID[] staff) {
        return staff.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(STILL_THERE)
                        .execute(Tuple.of(staff))
                        .chain(() -> connection.preparedQuery(ARRIVED).execute(Tuple.of(staff)))
                        .chain(rows -> news.availability(connection, StaffState.all(rows)));
    }

    private Uni<Void> gone(SqlConnection connection, UUID[] staff) {
        var early = config.staffSilence().minus(config.staffFarewell()).toMillis();
        return staff.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(SAID_GOODBYE)
                        .execute(Tuple.of(staff, early))
                        .replaceWithVoid();
    }

    private static UUID[] array(Set<UUID> staff) {
        return List.copyOf(staff).toArray(UUID[]::new);
    }
}
