package dev.remotesupport.device.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads pages of the list. */
@ApplicationScoped
class DeviceList {

    /** Up to one more than the query's limit, which tells that there is a further page. */
    Uni<List<DeviceView>> page(SqlConnection connection, DeviceQuery query) {
        var sql = new Statement(query);
        return connection
                .preparedQuery(sql.text())
                .execute(Tuple.from(sql.parameters()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeviceView::of)
                        .toList());
    }

    /** One of the few statements that the filters in use add up to, so that Postgres can prepare each. */
    private static final class Statement {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();
        private final DeviceQuery query;

        Statement(DeviceQuery query) {
            this.query = query;
            query.words().forEach(word -> conditions.add("strpos(search, " + parameter(word) + ") > 0"));
            query.after()
                    .ifPresent(place -> conditions.add("(" + query.sort().column() + ", id) "
                            + (query.descending() ? "<" : ">")
                            + " (" + parameter(place.value()) + ", " + parameter(place.id()) + ")"));
        }

        String text() {
            var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            var direction = query.descending() ? " DESC" : "";
            return "SELECT id, kind, name, os, last_seen_at, last_session_id, EXISTS (SELECT FROM presence"
                    + " WHERE presence.organisation_id = device.organisation_id AND device_id = device.id) AS online"
                    + " FROM device" + where
                    + " ORDER BY " + query.sort().column() + direction + ", id" + direction
                    + " LIMIT " + parameter(query.limit() + 1);
        }

        List<Object> parameters() {
            return parameters;
        }

        private String parameter(Object value) {
            parameters.add(value);
            return "$" + parameters.size();
        }
    }
}
