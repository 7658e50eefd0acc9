package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Availability;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the suite is told of a member: the columns that an update returns. */
record StaffState(UUID id, UUID organisation, Availability availability, boolean connected, long version) {

    static final String COLUMNS = "id, organisation_id, availability, connected, version";

    static List<StaffState> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new StaffState(
                        row.getUUID("id"),
                        row.getUUID("organisation_id"),
                        Availability.of(row.getString("availability")),
                        row.getBoolean("connected"),
                        row.getLong("version")))
                .toList();
    }
}
