package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.Wire;
import dev.remotesupport.session.casefile.CaseFile.Customer;
import dev.remotesupport.session.casefile.CaseFile.Person;
import dev.remotesupport.session.casefile.CaseFile.Status;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads cases from rows of the table {@code support_case}. */
final class CaseRows {

    private CaseRows() {}

    static Optional<CaseFile> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    static List<CaseFile> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new CaseFile(
                        row.getUUID("id"),
                        row.getLong("number"),
                        row.getString("title"),
                        Wire.constant(Status.class, row.getString("status")),
                        Optional.ofNullable(row.getString("customer_id"))
                                .map(id -> new Customer(id, row.getString("customer_name"))),
                        new Person(row.getString("opened_by"), row.getString("opened_by_name")),
                        row.getOffsetDateTime("opened_at").toInstant(),
                        row.getOffsetDateTime("changed_at").toInstant(),
                        Optional.ofNullable(row.getOffsetDateTime("closed_at")).map(OffsetDateTime::toInstant)))
                .toList();
    }
}
