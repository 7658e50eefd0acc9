package dev.remotesupport.chat.progress;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Progress as the database keeps it. */
@ApplicationScoped
public class ProgressStore {

    private static final String READ =
            "SELECT conversation_id, seat, delivered, read FROM progress WHERE conversation_id = ANY ($1)";

    /** In the order of keys, so that two replicas never wait for each other in a circle; and never backwards. */
    private static final String WRITE = """
            INSERT INTO progress AS known (organisation_id, conversation_id, seat, delivered, read)
            SELECT $1, conversation_id, seat, delivered, read
            FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[]) AS come (conversation_id, seat, delivered, read)
            ORDER BY conversation_id, seat
            ON CONFLICT (conversation_id, seat) DO UPDATE SET
                delivered = greatest(known.delivered, excluded.delivered), read = greatest(known.read, excluded.read)
            WHERE known.delivered < excluded.delivered OR known.read < excluded.read
            """;

    private final Tenancy tenancy;

    ProgressStore(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    public Uni<List<Advance>> read(UUID organisation, Collection<UUID> conversations) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(conversations.toArray(UUID[]::new)))
                        .map(rows -> {
                            var found = new ArrayList<Advance>(rows.size());
                            rows.forEach(row -> found.add(new Advance(
                                    row.getUUID("conversation_id"),
                                    Seat.of(row.getString("seat")),
                                    new Mark(row.getLong("delivered"), row.getLong("read")))));
                            return found;
                        }));
    }

    Uni<Void> write(UUID organisation, List<Advance> come) {
        var columns = Tuple.of(
                organisation,
                come.stream().map(Advance::conversation).toArray(UUID[]::new),
                come.stream().map(one -> one.seat().wire()).toArray(String[]::new),
                come.stream().map(one -> one.mark().delivered()).toArray(Long[]::new),
                come.stream().map(one -> one.mark().read()).toArray(Long[]::new));
        return tenancy.inTransaction(
                organisation,
                connection -> connection.preparedQuery(WRITE).execute(columns).replaceWithVoid());
    }
}
