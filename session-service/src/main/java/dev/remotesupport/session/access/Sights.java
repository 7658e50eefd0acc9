package dev.remotesupport.session.access;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What each caller may see. Support staff: their own and who waits. Team leads: their teams' too; a lead who is in no team leads whom
 * no team has, and so everybody where there are no teams. Supervisors and above, and systems: all. Customers and visitors: their own.
 */
@ApplicationScoped
public class Sights {

    private static final String LED = """
            SELECT EXISTS (SELECT FROM team) AS divided,
              ARRAY(SELECT team_id FROM team_member WHERE staff_id = $1) AS teams,
              ARRAY(SELECT member.id FROM staff_member AS member
                    WHERE member.id = $1
                      OR EXISTS (SELECT FROM team_member AS theirs JOIN team_member AS own ON own.team_id = theirs.team_id
                                 WHERE theirs.staff_id = member.id AND own.staff_id = $1)
                      OR NOT EXISTS (SELECT FROM team_member WHERE staff_id = $1)
                         AND NOT EXISTS (SELECT FROM team_member WHERE staff_id = member.id)) AS members
            """;

    public Uni<Sight> of(SqlConnection connection, Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> ofStaff(connection, caller);
            case API_KEY -> Uni.createFrom().item(new Sight.All());
            case CUSTOMER, VISITOR -> Uni.createFrom().item(new Sight.Own(caller.id()));
            case HELPER, OPERATOR -> Uni.createFrom().item(new Sight.Nothing());
        };
    }

    private static Uni<Sight> ofStaff(SqlConnection connection, Caller caller) {
        if (caller.isStaffAtLeast(StaffRole.SUPERVISOR)) {
            return Uni.createFrom().item(new Sight.All());
        }
        var own = UUID.fromString(caller.id());
        return caller.isStaffAtLeast(StaffRole.TEAM_LEAD)
                ? connection
                        .preparedQuery(LED)
                        .execute(Tuple.of(own))
                        .map(rows -> led(own, rows.iterator().next()))
                : Uni.createFrom().item(new Sight.Desk(Set.of(own), Optional.empty()));
    }

    /** A lead may be new here, and in no table yet. */
    private static Sight led(UUID own, Row row) {
        if (!row.getBoolean("divided")) {
            return new Sight.All();
        }
        var members = new HashSet<>(Arrays.asList(row.getArrayOfUUIDs("members")));
        members.add(own);
        return new Sight.Desk(members, Optional.of(Set.of(row.getArrayOfUUIDs("teams"))));
    }
}
