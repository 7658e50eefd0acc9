package dev.remotesupport.signaling.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ConsentWithdrawn;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.lease.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Revocations as this service keeps them, so that they outlive the replica even when nobody else could be told. */
@ApplicationScoped
public class Withdrawals {

    // The time is the database's, and never before the grant that it takes back, whatever the clocks say.
    private static final String WITHDRAW = """
            INSERT INTO revocation (session_id, capability, organisation_id, revoked_at)
            VALUES ($1, $2, $3, greatest(clock_timestamp(), $4))
            ON CONFLICT (session_id, capability) DO UPDATE SET revoked_at = greatest(excluded.revoked_at, revocation.revoked_at)
            """;

    private static final String NEXT_VERSION =
            "UPDATE room SET version = version + 1 WHERE session_id = $1 RETURNING version";

    private static final String ALL = "SELECT capability, revoked_at FROM revocation WHERE session_id = $1";

    private final Tenancy tenancy;
    private final Outbox outbox;

    @Inject
    Withdrawals(Tenancy tenancy, Outbox outbox) {
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /** Stores it, whoever owns the room by now; a customer's is also told to the other services. */
    Uni<Void> store(Lease lease, Capability capability, Optional<Grant> grant, Seat by, UUID participant) {
        var notBefore = grant.map(Grant::givenAt).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
        return tenancy.inTransaction(
                lease.organisation(),
                connection -> connection
                        .preparedQuery(NEXT_VERSION)
                        .execute(Tuple.of(lease.session()))
                        .map(rows -> rows.iterator().next().getLong("version"))
                        .call(() -> connection
                                .preparedQuery(WITHDRAW)
                                .execute(Tuple.of(lease.session(), capability.wire(), lease.organisation(), notBefore)))
                        .chain(version -> by == Seat.CUSTOMER
                                ? tell(connection, lease, version, participant, capability)
                                : Uni.createFrom().voidItem()));
    }

    /** When each capability was last withdrawn, under whichever owner of the room. */
    public Uni<Map<Capability, Instant>> of(Lease lease) {
        return tenancy.inTransaction(
                lease.organisation(),
                connection -> connection
                        .preparedQuery(ALL)
                        .execute(Tuple.of(lease.session()))
                        .map(rows -> {
                            Map<Capability, Instant> withdrawn = new EnumMap<>(Capability.class);
                            rows.forEach(row -> withdrawn.put(
                                    Capability.of(row.getString("capability")),
                                    row.getOffsetDateTime("revoked_at").toInstant()));
                            return withdrawn;
                        }));
    }

    private Uni<Void> tell(
            SqlConnection connection, Lease lease, long version, UUID participant, Capability capability) {
        return outbox.append(
                connection,
                new ConsentWithdrawn(
                        lease.organisation(), lease.session(), version, Instant.now(), participant, capability));
    }
}
