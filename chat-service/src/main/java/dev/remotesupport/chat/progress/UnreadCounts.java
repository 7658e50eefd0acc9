package dev.remotesupport.chat.progress;

import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a member of the staff has not read yet in the conversations that it has. */
@ApplicationScoped
class UnreadCounts {

    /** Counting stops where a person would no longer care how many. */
    static final int BOUND = 1000;

    /** What the own side wrote, notes included, is no news to it. */
    private static final String UNREAD = """
            SELECT c.id, c.last_sequence, coalesce(p.read, 0) AS read, news.count
            FROM conversation c
            LEFT JOIN progress p ON p.conversation_id = c.id AND p.seat = 'technician'
            CROSS JOIN LATERAL (
                SELECT count(*) FROM (
                    SELECT FROM message m WHERE m.conversation_id = c.id AND m.sequence > coalesce(p.read, 0)
                        AND m.sender_seat = 'customer' LIMIT $3) AS unread) AS news
            WHERE c.organisation_id = $1 AND c.staff_id = $2 AND c.state = 'open'
            ORDER BY c.created_at, c.id
            LIMIT 200
            """;

    private final Tenancy tenancy;

    UnreadCounts(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** At most 200 conversations, the oldest first. */
    Uni<List<Unread>> of(UUID organisation, String staff) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery(UNREAD)
                        .execute(Tuple.of(organisation, staff, BOUND))
                        .map(rows -> {
                            var found = new ArrayList<Unread>(rows.size());
                            rows.forEach(row -> found.add(new Unread(
                                    row.getUUID("id"),
                                    row.getLong("last_sequence"),
                                    row.getLong("read"),
                                    row.getInteger("count"))));
                            return found;
                        }));
    }
}
