package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads sessions from rows of the table {@code session}. */
public final class SessionRows {

    private SessionRows() {}

    public static Optional<Session> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(SessionRows::read);
    }

    public static List<Session> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SessionRows::read)
                .toList();
    }

    private static Session read(Row row) {
        return new Session(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getLong("number"),
                SessionState.of(row.getString("state")),
                row.getLong("version"),
                Arrays.stream(row.getArrayOfStrings("channels"))
                        .map(Channel::of)
                        .toList(),
                customer(row),
                text(row, "machine_name"),
                text(row, "location"),
                Optional.ofNullable(row.getUUID("site_id")).map(id -> new Session.Site(id, text(row, "site_name"))),
                Optional.ofNullable(row.getUUID("staff_id"))
                        .map(id -> new Session.Staff(id, row.getString("staff_name"))),
                text(row, "subject"),
                text(row, "page_url").map(url -> new Session.Page(url, row.getString("page_title"))),
                times(row),
                text(row, "end_reason"),
                new Session.Attendance(row.getBoolean("customer_seen"), time(row, "absent_since")),
                routing(row),
                List.of(row.getArrayOfStrings("tags")),
                new Session.Review(
                        Optional.ofNullable(row.getShort("rating")).map(Short::intValue), text(row, "feedback")));
    }

    private static Session.Customer customer(Row row) {
        return new Session.Customer(
                CallerKind.of(row.getString("customer_kind")),
                row.getString("customer_id"),
                row.getString("customer_name"),
                text(row, "customer_email"),
                row.getBoolean("customer_claimed"),
                text(row, "claimed_id"));
    }

    private static Session.Times times(Row row) {
        return new Session.Times(
                time(row, "requested_at").orElseThrow(),
                time(row, "connected_at"),
                time(row, "ended_at"),
                time(row, "last_active_at").orElseThrow());
    }

    private static Session.Routing routing(Row row) {
        return new Session.Routing(
                Optional.ofNullable(row.getUUID("team_id")),
                text(row, "skill"),
                time(row, "offer_expires_at").map(at -> new Session.Offer(row.getUUID("offered_to"), at)));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
