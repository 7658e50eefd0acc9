package dev.remotesupport.session.call;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads calls from rows of the table {@code call}. */
final class CallRows {

    private CallRows() {}

    static Optional<Call> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(CallRows::read);
    }

    static List<Call> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CallRows::read)
                .toList();
    }

    private static Call read(Row row) {
        return new Call(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("session_id"),
                CallState.of(row.getString("state")),
                row.getLong("version"),
                Seat.of(row.getString("asked_by")),
                row.getBoolean("ends_session"),
                Optional.ofNullable(row.getUUID("staff_id")),
                Optional.ofNullable(row.getString("rings_at"))
                        .map(at -> new Call.Ring(
                                Seat.of(at),
                                time(row, "rings_since").orElseThrow(),
                                time(row, "ring_expires_at").orElseThrow())),
                new Call.Times(
                        time(row, "requested_at").orElseThrow(),
                        time(row, "answered_at"),
                        time(row, "ended_at"),
                        time(row, "changed_at").orElseThrow()),
                Optional.ofNullable(row.getString("end_reason")),
                new Call.Hearing(time(row, "customer_heard_at"), time(row, "staff_heard_at")),
                quality(row));
    }

    private static Call.Quality quality(Row row) {
        var reports = row.getInteger("reports");
        var count = Math.max(1, reports);
        return new Call.Quality(
                reports,
                reports == 0 ? Optional.empty() : Optional.of(rounded(row.getDouble("score_sum") / count)),
                score(row, "worst_score"),
                rounded(row.getDouble("loss_sum") / count),
                rounded(row.getDouble("jitter_sum") / count),
                rounded(row.getDouble("round_trip_sum") / count),
                score(row, "customer_score"),
                score(row, "staff_score"));
    }

    private static Optional<Double> score(Row row, String column) {
        return Optional.ofNullable(row.getDouble(column)).map(CallRows::rounded);
    }

    /** Two decimals: nobody hears more. */
    private static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
