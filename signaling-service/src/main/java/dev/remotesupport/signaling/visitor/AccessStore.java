package dev.remotesupport.signaling.visitor;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Keeps requests for a look. Which answer counts is decided by one statement. */
@ApplicationScoped
class AccessStore {

    private static final String LATE = """
            UPDATE access_request SET state = 'expired'
            WHERE visitor_id = $1 AND state = 'open' AND expires_at <= clock_timestamp()
            """;
    private static final String ASK = """
            INSERT INTO access_request (organisation_id, visitor_id, staff_id, staff_name, reason, state, expires_at)
            VALUES ($1, $2, $3, $4, $5, 'open', clock_timestamp() + $6 * interval '1 millisecond')
            ON CONFLICT (organisation_id, visitor_id) WHERE state = 'open' DO NOTHING
            RETURNING *
            """;
    private static final String FIND = "SELECT * FROM access_request WHERE id = $1 AND staff_id = $2";
    private static final String ANSWER = """
            UPDATE access_request SET state = $3
            WHERE id = $1 AND visitor_id = $2 AND state = 'open' AND expires_at > clock_timestamp()
            RETURNING *
            """;
    private static final String CLOSE = """
            UPDATE access_request SET state = $2, session_id = $3, detail = $4 WHERE id = $1 AND state = 'opening'
            RETURNING *
            """;
    private static final String OPEN_NOW = """
            SELECT * FROM access_request WHERE state = 'open' AND expires_at > clock_timestamp() OR id = ANY ($1::uuid[])
            ORDER BY asked_at LIMIT 1000
            """;
    private static final String FORGET = """
            DELETE FROM access_request WHERE asked_at < clock_timestamp() - interval '1 hour'
            """;

    private final Tenancy tenancy;

    @Inject
    AccessStore(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Empty when the visitor is being asked already. */
    Uni<Optional<AccessRequest>> ask(Caller staff, UUID visitor, String reason, Duration time) {
        String name = staff.name().isBlank() ? "Support" : staff.name();
        return tenancy.inTransaction(
                staff.organisationId(),
                connection -> connection
                        .preparedQuery(LATE)
                        .execute(Tuple.of(visitor))
                        .chain(() -> connection
                                .preparedQuery(ASK)
                                .execute(Tuple.of(
                                        staff.organisationId(),
                                        visitor,
                                        UUID.fromString(staff.id()),
                                        name,
                                        reason,
                                        time.toMillis())))
                        .map(AccessStore::first));
    }

    /** The caller's own. */
    Uni<Optional<AccessRequest>> find(Caller staff, UUID id) {
        return tenancy.inTransaction(
                staff.organisationId(),
                connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(id, UUID.fromString(staff.id())))
                        .map(AccessStore::first));
    }

    /** The first answer counts; empty for any other, and for one that comes too late. */
    Uni<Optional<AccessRequest>> answer(UUID organisation, UUID id, UUID visitor, boolean allowed) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(ANSWER)
                        .execute(Tuple.of(id, visitor, allowed ? "opening" : AccessRequest.DENIED))
                        .map(AccessStore::first));
    }

    /** What a Yes came to. */
    Uni<Optional<AccessRequest>> close(UUID organisation, UUID id, String state, UUID session, String detail) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(CLOSE)
                        .execute(Tuple.of(id, state, session, detail))
                        .map(AccessStore::first));
    }

    /** Those of all organisations that are open, and these, whatever has become of them. */
    Uni<List<AccessRequest>> openOr(Set<UUID> these) {
        return tenancy.asSystem(connection -> connection
                .preparedQuery(OPEN_NOW)
                .execute(Tuple.of(these.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AccessStore::request)
                        .toList()));
    }

    Uni<Void> forget() {
        return tenancy.asSystem(connection -> connection.query(FORGET).execute().replaceWithVoid());
    }

    private static Optional<AccessRequest> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(AccessStore::request);
    }

    private static AccessRequest request(Row row) {
        return new AccessRequest(
                row.getUUID("id"),
                row.getUUID("visitor_id"),
                row.getUUID("staff_id"),
                row.getString("staff_name"),
                row.getString("reason"),
                row.getString("state"),
                Optional.ofNullable(row.getString("detail")),
                Optional.ofNullable(row.getUUID("session_id")),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
