package dev.remotesupport.session.directory;

import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads pages of the list. The ids of a page come from the indexes alone, then their rows. */
@ApplicationScoped
class SessionList {

    /**
     * Until the transaction ends. Postgres supposes a spinning disk and would rather read the whole table than the index that
     * holds the words; and whether a tag is rare or common, and how many sessions somebody sees, decides the plan, so it is made for
     * the tag and the person at hand.
     */
    private static final String TUNE =
            "SELECT set_config('random_page_cost', '1.1', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    Uni<List<Session>> page(SqlConnection connection, Sight sight, SessionQuery query) {
        var statement = new ListStatement(sight, query);
        return tuned(connection, sight, query)
                .chain(() -> connection.preparedQuery(statement.text()).execute(Tuple.from(statement.parameters())))
                .map(SessionRows::all);
    }

    private static Uni<Void> tuned(SqlConnection connection, Sight sight, SessionQuery query) {
        return query.filter().words().isEmpty() && query.filter().tags().isEmpty() && !(sight instanceof Sight.Desk)
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(TUNE).execute().replaceWithVoid();
    }
}
