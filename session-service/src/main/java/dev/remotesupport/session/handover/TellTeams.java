package dev.remotesupport.session.handover;

import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.staffing.WhenTeamsChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells room and conversation of each session in which somebody besides its technician may sit, once teams have changed, how it
 * stands: they ask then, in each lead's name, whether the lead still leads.
 */
@ApplicationScoped
class TellTeams implements WhenTeamsChanged {

    /** As long as a participant's token is good, and some more. */
    private static final long TOKEN_MINUTES = 6;

    /** More at once would be a flood; who is beyond has to renew the token within minutes. */
    private static final int AT_MOST = 500;

    private static final String SHARED = """
            SELECT * FROM session
            WHERE state IN ('active', 'interrupted')
              AND EXISTS (SELECT FROM admission
                WHERE admission.session_id = session.id AND admission.caller_kind = 'staff'
                  AND admission.caller_id <> session.staff_id::text
                  AND admission.admitted_at > clock_timestamp() - $1 * interval '1 minute')
            ORDER BY id LIMIT $2
            """;

    private final TellHandover handover;

    TellTeams(TellHandover handover) {
        this.handover = handover;
    }

    @Override
    public Uni<Void> teamsChanged(SqlConnection connection) {
        return connection
                .preparedQuery(SHARED)
                .execute(Tuple.of(TOKEN_MINUTES, AT_MOST))
                .chain(rows -> Multi.createFrom()
                        .iterable(SessionRows.all(rows))
                        .onItem()
                        .transformToUniAndConcatenate(session -> handover.handedOver(connection, session))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
