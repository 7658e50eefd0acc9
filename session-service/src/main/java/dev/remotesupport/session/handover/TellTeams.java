package dev.remotesupport.session.handover;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import dev.remotesupport.session.staffing.WhenTeamsChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells room and conversation of each session in which somebody besides its technician may sit, once teams have changed, how it
 * stands: they ask then, in each lead's name, whether the lead still leads. Round after round, until all are told; should this
 * replica die in between, whoever is left has to renew the token within minutes.
 */
@ApplicationScoped
class TellTeams implements WhenTeamsChanged {

    private static final Logger LOG = Logger.getLogger(TellTeams.class);

    /** As long as a participant's token is good, and some more. */
    private static final long TOKEN_MINUTES = 6;

    private static final int ROUND = 500;

    /** Sessions told at the same time; all of a round at once would be a flood. */
    private static final int AT_ONCE = 32;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String SHARED = """
            SELECT * FROM session
            WHERE id > $3 AND state IN ('active', 'interrupted')
              AND EXISTS (SELECT FROM admission
                WHERE admission.session_id = session.id AND admission.caller_kind = 'staff'
                  AND admission.caller_id <> session.staff_id::text
                  AND admission.admitted_at > clock_timestamp() - $1 * interval '1 minute')
            ORDER BY id LIMIT $2
            """;

    private final Tenancy tenancy;
    private final TellHandover handover;

    TellTeams(Tenancy tenancy, TellHandover handover) {
        this.tenancy = tenancy;
        this.handover = handover;
    }

    @Override
    public Uni<Void> teamsChanged(SqlConnection connection, UUID organisation) {
        handover.authorization()
                .ifPresent(bearer -> tenancy.afterCommit(connection, () -> start(organisation, bearer)));
        return Uni.createFrom().voidItem();
    }

    private void start(UUID organisation, String bearer) {
        var unused = rounds(organisation, bearer, FIRST)
                .subscribe()
                .with(
                        told -> {},
                        failure -> LOG.warnf(
                                "leads left to their tokens organisation=%s: %s", organisation, failure.getMessage()));
    }

    private Uni<Void> rounds(UUID organisation, String bearer, UUID after) {
        return tenancy.inTransaction(organisation, connection -> shared(connection, after))
                .call(sessions -> tell(sessions, bearer))
                .chain(sessions -> sessions.size() < ROUND
                        ? Uni.createFrom().voidItem()
                        : rounds(organisation, bearer, sessions.getLast().id()));
    }

    private static Uni<List<Session>> shared(SqlConnection connection, UUID after) {
        return connection
                .preparedQuery(SHARED)
                .execute(Tuple.of(TOKEN_MINUTES, ROUND, after))
                .map(SessionRows::all);
    }

    private Uni<Void> tell(List<Session> sessions, String bearer) {
        return Multi.createFrom()
                .iterable(sessions)
                .onItem()
                .transformToUni(session -> handover.tell(session, bearer))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
