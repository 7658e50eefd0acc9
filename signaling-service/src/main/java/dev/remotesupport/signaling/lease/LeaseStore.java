package dev.remotesupport.signaling.lease;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The leases as Postgres keeps them. Each change is one statement whose condition decides the race. */
@ApplicationScoped
public class LeaseStore {

    // An owner of the same address is this process or a dead one: two cannot listen on one address.
    private static final String TAKE = """
            INSERT INTO room (session_id, organisation_id, owner, epoch, expires_at)
            VALUES ($1, $2, $3, 1, clock_timestamp() + $4 * interval '1 millisecond')
            ON CONFLICT (session_id) DO UPDATE
            SET owner = excluded.owner, epoch = room.epoch + 1, expires_at = excluded.expires_at
            WHERE room.owner IS NULL OR room.owner = excluded.owner OR room.expires_at <= clock_timestamp()
            RETURNING epoch
            """;

    private static final String OWNER = "SELECT owner FROM room WHERE session_id = $1 AND owner IS NOT NULL";

    private static final String ELSEWHERE =
            "SELECT owner FROM room WHERE session_id = $1 AND owner <> $2 AND expires_at > clock_timestamp()";

    private static final String RENEW = """
            UPDATE room SET expires_at = clock_timestamp() + $4 * interval '1 millisecond'
            WHERE owner = $1 AND (session_id, epoch) IN (SELECT * FROM unnest($2::uuid[], $3::bigint[]))
            RETURNING session_id
            """;

    private static final String GIVE_BACK = """
            UPDATE room SET owner = NULL, expires_at = clock_timestamp()
            WHERE session_id = $1 AND epoch = $2 AND owner = $3
            """;

    private final Tenancy tenancy;
    private final String address;
    private final Duration lasts;
    private final LongSupplier nanoTime;

    @Inject
    public LeaseStore(Tenancy tenancy, SignalingConfig config) {
        this(tenancy, config.address(), config.leaseFor(), System::nanoTime);
    }

    LeaseStore(Tenancy tenancy, String address, Duration lasts, LongSupplier nanoTime) {
        this.tenancy = tenancy;
        this.address = address;
        this.lasts = lasts;
        this.nanoTime = nanoTime;
    }

    /** Takes the room when nobody has it, else says who does. */
    Uni<Claim> take(UUID organisation, UUID session) {
        return Uni.createFrom().deferred(() -> {
            long askedAt = nanoTime.getAsLong();
            return tenancy.inTransaction(
                            organisation,
                            connection -> connection
                                    .preparedQuery(TAKE)
                                    .execute(Tuple.of(session, organisation, address, lasts.toMillis()))
                                    .chain(taken -> taken.size() == 0
                                            ? owner(connection, session)
                                            : Uni.createFrom().item(new Answer(epoch(taken), Optional.empty()))))
                    .map(answer -> answer.owner()
                            .<Claim>map(Claim.Elsewhere::new)
                            .orElseGet(() -> new Claim.Taken(new Lease(
                                    organisation, session, answer.epoch().orElseThrow(), askedAt, lasts, nanoTime))));
        });
    }

    /** Which other replica has the room at this moment. */
    Uni<Optional<String>> ownerOf(UUID organisation, UUID session) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(ELSEWHERE)
                        .execute(Tuple.of(session, address))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getString("owner"))
                                .findFirst()));
    }

    /** Prolongs those leases that are still this replica's; the others are lost, and say so from now on. */
    Uni<Void> renew(Collection<Lease> leases) {
        if (leases.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        long askedAt = nanoTime.getAsLong();
        UUID[] sessions = leases.stream().map(Lease::session).toArray(UUID[]::new);
        Long[] epochs = leases.stream().map(Lease::epoch).toArray(Long[]::new);
        return tenancy.asSystem(connection ->
                        connection.preparedQuery(RENEW).execute(Tuple.of(address, sessions, epochs, lasts.toMillis())))
                .map(LeaseStore::sessions)
                .invoke(renewed -> leases.forEach(lease -> {
                    if (renewed.contains(lease.session())) {
                        lease.renewed(askedAt, lasts);
                    } else {
                        lease.lose();
                    }
                }))
                .replaceWithVoid();
    }

    /** Lets another replica have the room at once. */
    Uni<Void> giveBack(Lease lease) {
        lease.lose();
        return tenancy.inTransaction(
                lease.organisation(),
                connection -> connection
                        .preparedQuery(GIVE_BACK)
                        .execute(Tuple.of(lease.session(), lease.epoch(), address))
                        .replaceWithVoid());
    }

    private static Uni<Answer> owner(SqlConnection connection, UUID session) {
        return connection
                .preparedQuery(OWNER)
                .execute(Tuple.of(session))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("owner"))
                        .findFirst())
                // Given back between the two statements: the caller asks again.
                .onItem()
                .transform(
                        owner -> owner.orElseThrow(() -> new IllegalStateException("The room has just become free.")))
                .map(owner -> new Answer(OptionalLong.empty(), Optional.of(owner)));
    }

    private static OptionalLong epoch(RowSet<Row> taken) {
        return OptionalLong.of(taken.iterator().next().getLong("epoch"));
    }

    private static Set<UUID> sessions(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("session_id"))
                .collect(Collectors.toSet());
    }

    private record Answer(OptionalLong epoch, Optional<String> owner) {}
}
