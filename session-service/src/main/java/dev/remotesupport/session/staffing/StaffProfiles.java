package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds and locks members of the staff. Who locks a session as well locks the member first, so that nobody waits in a circle. */
@ApplicationScoped
public class StaffProfiles {

    private static final String REMEMBER = """
            INSERT INTO staff_member AS known (id, organisation_id, name, role) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET name = coalesce(excluded.name, known.name), role = coalesce(excluded.role, known.role)
              WHERE known.removed_at IS NULL
                AND (excluded.name IS NOT NULL AND known.name IS DISTINCT FROM excluded.name
                  OR excluded.role IS NOT NULL AND known.role IS DISTINCT FROM excluded.role)
            """;

    /** Remembers a member; what is known already stays where nothing is given. Nobody who was removed comes back. */
    public Uni<Void> remember(
            SqlConnection connection, UUID organisation, UUID staff, Optional<String> name, Optional<StaffRole> role) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(
                        staff,
                        organisation,
                        name.orElse(null),
                        role.map(StaffRole::wire).orElse(null)))
                .replaceWithVoid();
    }

    public Uni<Optional<StaffMember>> find(SqlConnection connection, UUID staff) {
        return connection
                .preparedQuery(StaffRows.SELECT_ONE)
                .execute(Tuple.of(staff))
                .map(StaffRows::first);
    }

    public Uni<List<StaffMember>> all(SqlConnection connection) {
        return connection
                .preparedQuery(StaffRows.SELECT_MANY + " ORDER BY lower(member.name), member.id")
                .execute()
                .map(StaffRows::all);
    }

    /** Those whose own word and whose console say that they take sessions; schedules are not looked at yet. */
    public Uni<List<StaffMember>> online(SqlConnection connection) {
        return connection
                .preparedQuery(StaffRows.SELECT_MANY + " AND member.connected AND member.availability = 'online'")
                .execute()
                .map(StaffRows::all);
    }

    /**
     * Locks a member, and counts what he or she has in a statement of its own: one that began before the lock was there would
     * count too little. Both leave together. Until the transaction ends, nobody else gives this member anything.
     */
    public Uni<Optional<StaffMember>> lockIfThere(SqlConnection connection, UUID staff) {
        return Uni.combine()
                .all()
                .unis(
                        connection
                                .preparedQuery("SELECT FROM staff_member WHERE id = $1 FOR UPDATE")
                                .execute(Tuple.of(staff)),
                        find(connection, staff))
                .with((locked, found) -> found);
    }

    /** As {@link #lockIfThere}; fails with 404 {@code staff-unknown}, also for one of another organisation. */
    public Uni<StaffMember> lock(SqlConnection connection, UUID staff) {
        return lockIfThere(connection, staff).map(StaffProfiles::known);
    }

    /** Locks the caller as a member, and remembers the name that the token tells. */
    public Uni<StaffMember> lockCaller(SqlConnection connection, Caller caller) {
        var id = UUID.fromString(caller.id());
        var name = Optional.of(caller.name()).filter(said -> !said.isBlank());
        return remember(connection, caller.organisationId(), id, name, caller.role())
                .chain(() -> lock(connection, id));
    }

    static StaffMember known(Optional<StaffMember> found) {
        return found.orElseThrow(
                () -> new ProblemException(SessionProblem.STAFF_UNKNOWN, "Nobody of your staff has this id."));
    }
}
