package dev.remotesupport.chat.canned;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The canned answers of organisations. */
@ApplicationScoped
class CannedAnswers {

    /** Of one organisation: a list that a person chooses from needs no more, and the console loads it whole. */
    static final int BOUND = 1_000;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ALL = "SELECT * FROM canned_answer ORDER BY code, team_id NULLS FIRST";
    private static final String COUNT = "SELECT count(*) AS count FROM canned_answer";

    private static final String ADD = """
            INSERT INTO canned_answer (id, organisation_id, code, text, team_id) VALUES ($1, $2, $3, $4, $5) RETURNING *
            """;

    private static final String CHANGE = """
            UPDATE canned_answer SET code = $2, text = $3, team_id = $4, changed_at = now() WHERE id = $1 RETURNING *
            """;

    private static final String REMOVE = "DELETE FROM canned_answer WHERE id = $1";

    private final Tenancy tenancy;

    CannedAnswers(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<List<CannedAnswer>> all(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection.query(ALL).execute().map(rows -> {
                    var all = new ArrayList<CannedAnswer>(rows.size());
                    rows.forEach(row -> all.add(read(row)));
                    return all;
                }));
    }

    /** @throws ProblemException {@code code-taken}, {@code too-many-answers} */
    Uni<CannedAnswer> add(UUID organisation, String code, String text, UUID team) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .query(COUNT)
                                .execute()
                                .invoke(rows ->
                                        checkBound(rows.iterator().next().getInteger("count")))
                                .chain(() -> connection
                                        .preparedQuery(ADD)
                                        .execute(Tuple.of(UUID.randomUUID(), organisation, code, text, team))))
                .map(rows -> read(rows.iterator().next()))
                .onFailure(CannedAnswers::isTaken)
                .transform(taken -> codeTaken());
    }

    /** @throws ProblemException {@code canned-answer-unknown}, {@code code-taken} */
    Uni<CannedAnswer> change(UUID organisation, UUID id, String code, String text, UUID team) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection.preparedQuery(CHANGE).execute(Tuple.of(id, code, text, team)))
                .map(CannedAnswers::only)
                .onFailure(CannedAnswers::isTaken)
                .transform(taken -> codeTaken());
    }

    /** @throws ProblemException {@code canned-answer-unknown} */
    Uni<Void> remove(UUID organisation, UUID id) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection.preparedQuery(REMOVE).execute(Tuple.of(id)))
                .invoke(removed -> {
                    if (removed.rowCount() == 0) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static void checkBound(int count) {
        if (count >= BOUND) {
            throw new ProblemException(
                    ChatProblem.TOO_MANY_ANSWERS, "An organisation has at most " + BOUND + " canned answers.");
        }
    }

    private static CannedAnswer only(RowSet<Row> rows) {
        var iterator = rows.iterator();
        if (!iterator.hasNext()) {
            throw unknown();
        }
        return read(iterator.next());
    }

    private static CannedAnswer read(Row row) {
        return new CannedAnswer(
                row.getUUID("id"),
                row.getString("code"),
                row.getString("text"),
                row.getUUID("team_id"),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static ProblemException codeTaken() {
        return new ProblemException(ChatProblem.CODE_TAKEN, "Another canned answer of this team has it.");
    }

    private static ProblemException unknown() {
        return new ProblemException(ChatProblem.CANNED_ANSWER_UNKNOWN, "Somebody may have removed it.");
    }
}
