package dev.remotesupport.signaling.participant;

import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Browsers.Browser;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/**
 * Who has been announced as joined and not yet as left. Row and event are written together, under the room's row lock,
 * and only while the lease is this replica's: a replica that lost the room announces nothing more.
 */
@ApplicationScoped
public class Attendance {

    private static final String NEXT_VERSION = """
            UPDATE room SET version = version + 1 WHERE session_id = $1 AND owner = $2 AND epoch = $3 RETURNING version
            """;

    private static final String ENTER = """
            INSERT INTO participant (session_id, participant_id, organisation_id, seat, joined_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """;

    private static final String LEAVE = "DELETE FROM participant WHERE session_id = $1 AND participant_id = $2";

    private static final String LEFT_BEHIND = "SELECT participant_id, seat FROM participant WHERE session_id = $1";

    private static final String END =
            "UPDATE room SET ended_at = clock_timestamp() WHERE session_id = $1 AND ended_at IS NULL";

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final String address;

    @Inject
    Attendance(Tenancy tenancy, Outbox outbox, SignalingConfig config) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.address = config.address();
    }

    /** Somebody announced under an earlier owner of the room. */
    public record LeftBehind(UUID participant, Seat seat) {}

    /** The room passed to another replica, which announces from now on. */
    static final class RoomLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Uni<Void> joined(Lease lease, Member member, Browser browser) {
        return underLease(
                lease,
                (connection, version) -> connection
                        .preparedQuery(ENTER)
                        .execute(Tuple.of(
                                lease.session(),
                                member.id(),
                                lease.organisation(),
                                member.seat().wire(),
                                member.since().atOffset(ZoneOffset.UTC)))
                        .chain(entered -> entered.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.append(connection, joinedEvent(lease, member, browser, version))));
    }

    Uni<Void> left(Lease lease, UUID participant, Seat seat, LeaveReason reason) {
        return underLease(
                lease,
                (connection, version) -> connection
                        .preparedQuery(LEAVE)
                        .execute(Tuple.of(lease.session(), participant))
                        .chain(gone -> gone.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.append(connection, leftEvent(lease, participant, seat, reason, version))));
    }

    /** Those whom a killed replica, or one that gave the room away, had announced. */
    public Uni<List<LeftBehind>> leftBehind(Lease lease) {
        return tenancy.inTransaction(
                lease.organisation(),
                connection -> connection
                        .preparedQuery(LEFT_BEHIND)
                        .execute(Tuple.of(lease.session()))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row ->
                                        new LeftBehind(row.getUUID("participant_id"), Seat.of(row.getString("seat"))))
                                .toList()));
    }

    /** The session is over: its room's row may be forgotten some day. */
    public Uni<Void> ended(UUID organisation, UUID session) {
        return tenancy.inTransaction(
                organisation,
                connection ->
                        connection.preparedQuery(END).execute(Tuple.of(session)).replaceWithVoid());
    }

    private Uni<Void> underLease(Lease lease, BiFunction<SqlConnection, Long, Uni<Void>> work) {
        return tenancy.inTransaction(
                lease.organisation(),
                connection -> connection
                        .preparedQuery(NEXT_VERSION)
                        .execute(Tuple.of(lease.session(), address, lease.epoch()))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().failure(new RoomLost())
                                : work.apply(connection, rows.iterator().next().getLong("version"))));
    }

    private static ParticipantJoined joinedEvent(Lease lease, Member member, Browser browser, long version) {
        boolean customer = member.seat() == Seat.CUSTOMER;
        return new ParticipantJoined(
                lease.organisation(),
                lease.session(),
                version,
                member.since(),
                member.id(),
                member.seat(),
                member.caller().kind(),
                customer ? uuid(member.caller().id()) : null,
                browser.browser(),
                browser.os(),
                null);
    }

    private static ParticipantLeft leftEvent(
            Lease lease, UUID participant, Seat seat, LeaveReason reason, long version) {
        return new ParticipantLeft(
                lease.organisation(), lease.session(), version, Instant.now(), participant, seat, reason);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOfOurMaking) {
            return null;
        }
    }
}
