package dev.remotesupport.session.context;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.casefile.CaseFile;
import dev.remotesupport.session.casefile.Cases;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gathers what is known of a session's customer. */
@ApplicationScoped
class ReadContext {

    private static final int NEWEST = 20;
    private static final String COUNT = """
            SELECT count(*) AS sessions, min(requested_at) AS since FROM session WHERE customer_id = $1
            """;
    private static final String OTHERS = """
            SELECT * FROM session WHERE customer_id = $1 AND id <> $2 AND %s ORDER BY requested_at DESC, id DESC LIMIT $3
            """;

    private final OpenSession open;
    private final Cases cases;

    ReadContext(OpenSession open, Cases cases) {
        this.open = open;
        this.cases = cases;
    }

    Uni<ContextView> of(Caller caller, UUID id) {
        return open.toReadWith(caller, id, (connection, sight, session) -> {
            Sight past = sight.knowsThePastOf(session) ? new Sight.All() : sight;
            return others(connection, past, session)
                    .chain(sessions -> cases.ofCustomer(
                                    connection, caller, past, session.customer().id(), NEWEST)
                            .chain(files -> history(connection, session, sessions, files)))
                    .map(history -> ContextView.of(session, history, sight));
        });
    }

    private static Uni<List<Session>> others(SqlConnection connection, Sight past, Session session) {
        var seen = past.condition(4);
        var parameters = Tuple.of(session.customer().id(), session.id(), NEWEST);
        seen.parameters().forEach(parameters::addValue);
        return connection
                .preparedQuery(OTHERS.formatted(seen.sql()))
                .execute(parameters)
                .map(SessionRows::all);
    }

    private static Uni<History> history(
            SqlConnection connection, Session session, List<Session> others, List<CaseFile> files) {
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(session.customer().id()))
                .map(rows -> rows.iterator().next())
                .map(row -> new History(
                        row.getLong("sessions"), row.getOffsetDateTime("since").toInstant(), others, files));
    }
}
