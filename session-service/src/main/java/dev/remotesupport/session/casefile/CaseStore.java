package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.Wire;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.access.Sight.Condition;
import dev.remotesupport.session.casefile.CaseFile.Customer;
import dev.remotesupport.session.casefile.CaseFile.Person;
import dev.remotesupport.session.casefile.CaseFile.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps cases. What is deleted is kept too, and found no more. */
@ApplicationScoped
class CaseStore {

    private static final String NEXT_NUMBER = """
            INSERT INTO case_number AS number (organisation_id, last) VALUES ($1, 1)
            ON CONFLICT (organisation_id) DO UPDATE SET last = number.last + 1
            RETURNING last
            """;
    private static final String OPEN = """
            INSERT INTO support_case (organisation_id, number, title, customer_id, customer_name, opened_by, opened_by_name)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            RETURNING *
            """;
    private static final String PAGE = """
            SELECT * FROM support_case
            WHERE deleted_at IS NULL
              AND ($1::text IS NULL OR customer_id = $1) AND ($2::text IS NULL OR status = $2)
              AND ($3::text IS NULL OR strpos(lower(title), $3) > 0 OR '#' || number = $3)
              AND ($4::uuid IS NULL OR id IN (SELECT case_id FROM case_session WHERE session_id = $4))
              AND number < $5 AND %s
            ORDER BY number DESC LIMIT $6
            """;
    private static final String CHANGE = """
            UPDATE support_case SET
              title = $2, status = $3, changed_at = greatest(clock_timestamp(), changed_at),
              closed_at = CASE WHEN $3 = 'closed' THEN coalesce(closed_at, clock_timestamp()) END
            WHERE id = $1
            RETURNING *
            """;
    private static final String ADOPT = """
            UPDATE support_case SET customer_id = $2, customer_name = $3 WHERE id = $1 AND customer_id IS NULL
            """;
    private static final String DELETE = """
            UPDATE support_case SET deleted_at = clock_timestamp(), deleted_by = $2, deleted_by_name = $3, deleted_why = $4
            WHERE id = $1
            """;
    private static final String ONE = "SELECT * FROM support_case WHERE id = $1 AND deleted_at IS NULL AND %s";
    private static final String CUSTOMER = """
            SELECT customer_name FROM session WHERE customer_id = $1 AND %s ORDER BY requested_at DESC, id DESC LIMIT 1
            """;

    Uni<CaseFile> open(
            SqlConnection connection, UUID organisation, String title, Optional<Customer> customer, Person by) {
        return connection
                .preparedQuery(NEXT_NUMBER)
                .execute(Tuple.of(organisation))
                .map(rows -> rows.iterator().next().getLong("last"))
                .chain(number -> connection.preparedQuery(OPEN).execute(Tuple.from(new Object[] {
                    organisation,
                    number,
                    title,
                    customer.map(Customer::id).orElse(null),
                    customer.map(Customer::name).orElse(null),
                    by.id(),
                    by.name()
                })))
                .map(rows -> CaseRows.first(rows).orElseThrow());
    }

    /** Of those that the caller sees: newest first, one more than the limit if there are more. */
    Uni<List<CaseFile>> page(SqlConnection connection, Caller caller, Sight sight, CaseQuery query) {
        var seen = CaseSight.of(caller, sight, 7);
        var parameters = Tuple.of(
                query.customer().orElse(null),
                query.status().map(Wire::name).orElse(null),
                query.words().orElse(null),
                query.session().orElse(null),
                query.before(),
                query.limit() + 1);
        seen.parameters().forEach(parameters::addValue);
        return connection
                .preparedQuery(PAGE.formatted(seen.sql()))
                .execute(parameters)
                .map(CaseRows::all);
    }

    /** Finds a case that the caller sees. */
    Uni<Optional<CaseFile>> find(SqlConnection connection, Caller caller, Sight sight, UUID id) {
        return one(connection, ONE, CaseSight.of(caller, sight, 2), id).map(CaseRows::first);
    }

    /** As {@link #find}; keeps everybody else from changing the case until the transaction ends. */
    Uni<Optional<CaseFile>> lock(SqlConnection connection, Caller caller, Sight sight, UUID id) {
        return one(connection, ONE + " FOR UPDATE OF support_case", CaseSight.of(caller, sight, 2), id)
                .map(CaseRows::first);
    }

    Uni<CaseFile> change(SqlConnection connection, UUID id, String title, Status status) {
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(id, title, Wire.name(status)))
                .map(rows -> CaseRows.first(rows).orElseThrow());
    }

    /** Says whose the case is, where that was open. */
    Uni<Void> adopt(SqlConnection connection, UUID id, Customer customer) {
        return connection
                .preparedQuery(ADOPT)
                .execute(Tuple.of(id, customer.id(), customer.name()))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlConnection connection, UUID id, Person by, Optional<String> why) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, by.id(), by.name(), why.orElse(null)))
                .replaceWithVoid();
    }

    /** A customer as the newest session that is seen knows him or her. */
    Uni<Optional<Customer>> customer(SqlConnection connection, Sight sight, String id) {
        return one(connection, CUSTOMER, sight.condition(2), id)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Customer(id, row.getString("customer_name"))));
    }

    private static Uni<RowSet<Row>> one(SqlConnection connection, String sql, Condition seen, Object id) {
        var parameters = Tuple.of(id);
        seen.parameters().forEach(parameters::addValue);
        return connection.preparedQuery(sql.formatted(seen.sql())).execute(parameters);
    }
}
