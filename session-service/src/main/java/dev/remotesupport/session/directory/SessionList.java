package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads pages of the list. The ids of a page come from the index alone, then their rows; see the migration for why a search
 * goes this way.
 */
@ApplicationScoped
class SessionList {

    Uni<List<Session>> page(SqlConnection connection, SessionQuery query) {
        var sql = new Statement(query);
        return connection
                .preparedQuery(sql.text())
                .execute(Tuple.from(sql.parameters()))
                .map(SessionRows::all);
    }

    /** One of the few statements that the filters in use add up to, so that Postgres can prepare each. */
    private static final class Statement {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();
        private final SessionQuery query;

        Statement(SessionQuery query) {
            this.query = query;
            query.customer().ifPresent(id -> conditions.add("customer_id = " + parameter(id)));
            if (!query.states().isEmpty()) {
                conditions.add("state = ANY (" + parameter(wireNames()) + ")");
            }
            query.words().forEach(word -> conditions.add("strpos(search, " + parameter(word) + ") > 0"));
            query.after().ifPresent(place -> {
                var at = parameter(place.requestedAt().atOffset(ZoneOffset.UTC));
                conditions.add("(requested_at, id) " + (query.newestFirst() ? "<" : ">") + " (" + at + ", "
                        + parameter(place.id()) + ")");
            });
        }

        String text() {
            var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            var order = query.newestFirst() ? " ORDER BY requested_at DESC, id DESC" : " ORDER BY requested_at, id";
            return "SELECT * FROM session WHERE id IN (SELECT id FROM session" + where + order + " LIMIT "
                    + parameter(query.limit() + 1) + ")" + order;
        }

        List<Object> parameters() {
            return parameters;
        }

        private String parameter(Object value) {
            parameters.add(value);
            return "$" + parameters.size();
        }

        private String[] wireNames() {
            return query.states().stream().map(SessionState::wire).sorted().toArray(String[]::new);
        }
    }
}
