package dev.remotesupport.chat.search;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches messages, the newest first, in the conversations that some of the staff have, or in all. */
@ApplicationScoped
class FindMessages {

    /** The last word may be the beginning of one, as people search while they type. */
    private static final String QUERY = """
            SELECT CASE WHEN numnode(q) = 0 THEN NULL WHEN q::text LIKE '%''' THEN q::text || ':*' ELSE q::text END AS query
            FROM websearch_to_tsquery('simple', $1) AS q
            """;

    private static final String FIND = """
            SELECT found.hit, m.conversation_id, m.sequence, m.created_at, m.sender_seat, m.sender_name,
                CASE WHEN found.hit THEN ts_headline('simple', m.text, $1::text::tsquery,
                    'MaxWords=30, MinWords=12, StartSel=' || $8 || ', StopSel=' || $9) END AS snippet
            FROM find_messages($1::text::tsquery, $2::text[], $3, $4, $5, $6, $7) AS found
            JOIN message m USING (conversation_id, sequence)
            ORDER BY m.created_at DESC, m.conversation_id DESC, m.sequence DESC
            """;

    private final Tenancy tenancy;

    FindMessages(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Findings, and where the next page begins; one that was looked for far enough back may be short, or have none. */
    record Page(List<Finding> findings, Optional<Cursor> next) {}

    /**
     * @param staff in whose conversations; absent is in all
     * @throws ProblemException {@code search-empty}
     */
    Uni<Page> find(Caller caller, Optional<Set<String>> staff, String words, Optional<Cursor> after, int limit) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> query(connection, words)
                        .chain(query -> connection
                                .preparedQuery(FIND)
                                .execute(Tuple.from(new Object[] {
                                    query,
                                    staff.map(ids -> ids.toArray(String[]::new)).orElse(null),
                                    caller.kind() == CallerKind.STAFF,
                                    after.map(Cursor::at).orElse(null),
                                    after.map(Cursor::conversation).orElse(null),
                                    after.map(Cursor::sequence).orElse(null),
                                    limit,
                                    String.valueOf(Finding.START),
                                    String.valueOf(Finding.STOP)
                                }))
                                .map(rows -> page(rows, limit))));
    }

    private static Uni<String> query(SqlConnection connection, String words) {
        return connection.preparedQuery(QUERY).execute(Tuple.of(words)).map(rows -> {
            var query = rows.iterator().next().getString("query");
            if (query == null) {
                throw new ProblemException(ChatProblem.SEARCH_EMPTY, "Search for at least one word.");
            }
            return query;
        });
    }

    private static Page page(Iterable<Row> rows, int limit) {
        var findings = new ArrayList<Finding>();
        Cursor last = null;
        boolean more = false;
        for (var row : rows) {
            if (row.getBoolean("hit")) {
                findings.add(finding(row));
            } else {
                more = true;
            }
            last = new Cursor(
                    row.getOffsetDateTime("created_at"), row.getUUID("conversation_id"), row.getLong("sequence"));
        }
        return new Page(findings, more || findings.size() == limit ? Optional.ofNullable(last) : Optional.empty());
    }

    private static Finding finding(Row row) {
        return Finding.of(
                row.getUUID("conversation_id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("created_at").toInstant(),
                Seat.of(row.getString("sender_seat")),
                row.getString("sender_name"),
                row.getString("snippet"));
    }
}
