package dev.remotesupport.chat.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many rows a search looks at among 100,000 messages, as Postgres counts them. */
class BoundedSearchTest {

    private static final int MESSAGES = 100_000;
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID CONVERSATION = UUID.randomUUID();

    private static TestDatabase database;

    private record Hit(long sequence, boolean isOne) {}

    private record Answer(List<Hit> hits, long looks) {

        List<Long> sequences() {
            return hits.stream().filter(Hit::isOne).map(Hit::sequence).toList();
        }
    }

    /** Every message says hello, every second one once more in its older half, and one in 10,000 is about a refund. */
    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.create("chat", "classpath:db/platform", "classpath:db/migration");
        try (var connection = connect()) {
            run(
                    connection,
                    "INSERT INTO conversation (id, organisation_id) VALUES ('%s', '%s')"
                            .formatted(CONVERSATION, ORGANISATION));
            run(connection, """
                    INSERT INTO message_words (conversation_id, sequence, organisation_id, internal, created_at, words)
                    SELECT '%1$s', n, '%2$s', false, timestamptz '2026-01-01' + n * interval '1 second',
                        to_tsvector('simple', 'hello'
                            || CASE WHEN n <= %3$d / 2 AND n %% 2 = 0 THEN ' formerly' ELSE '' END
                            || CASE WHEN n %% 10000 = 0 THEN ' refund' ELSE '' END)
                        || array_to_tsvector(ARRAY['%2$s'])
                    FROM generate_series(1, %3$d) AS n
                    """.formatted(CONVERSATION, ORGANISATION, MESSAGES));
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void aWordOfEveryMessageIsFoundWithoutLookingAtAllOfThem() throws SQLException {
        var answer = search("hello", MESSAGES + 1);

        assertThat(answer.sequences()).hasSize(20).startsWith(100_000L, 99_999L).endsWith(99_981L);
        assertThat(answer.looks()).isLessThan(3_000);
    }

    @Test
    void itsNextPageIsNoDearer() throws SQLException {
        var answer = search("hello", 50_000);

        assertThat(answer.sequences()).hasSize(20).startsWith(49_999L);
        assertThat(answer.looks()).isLessThan(3_000);
    }

    @Test
    void aRareWordIsFoundAtOnceHoweverOld() throws SQLException {
        var answer = search("refund", MESSAGES + 1);

        assertThat(answer.sequences())
                .containsExactly(
                        100_000L, 90_000L, 80_000L, 70_000L, 60_000L, 50_000L, 40_000L, 30_000L, 20_000L, 10_000L);
        assertThat(answer.looks()).isLessThan(100);
    }

    @Test
    void aWordThatWasCommonLongAgoTakesSeveralBoundedSteps() throws SQLException {
        long before = MESSAGES + 1;
        var found = List.<Long>of();
        int steps = 0;
        while (found.isEmpty()) {
            var answer = search("formerly", before);

            assertThat(answer.looks()).isLessThan(25_000);
            found = answer.sequences();
            assertThat(answer.hits()).isNotEmpty();
            before = answer.hits().getLast().sequence();
            steps++;
        }
        assertThat(found).startsWith(50_000L, 49_998L);
        assertThat(steps).isEqualTo(3);
    }

    /** The newest twenty before a message, and how many rows of the words were looked at. */
    private static Answer search(String word, long before) throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            run(connection, "SELECT set_config('app.organisation', '" + ORGANISATION + "', true)");
            long looked = looks(connection);
            var hits = new ArrayList<Hit>();
            try (var statement = connection.prepareStatement(
                    "SELECT sequence, hit FROM find_messages(?::tsquery, NULL, true, ?, ?, ?, 20)")) {
                statement.setString(1, "'" + word + "'");
                statement.setTimestamp(2, new Timestamp(1_767_225_600_000L + before * 1000));
                statement.setObject(3, CONVERSATION);
                statement.setLong(4, before);
                var rows = statement.executeQuery();
                while (rows.next()) {
                    hits.add(new Hit(rows.getLong(1), rows.getBoolean(2)));
                }
            }
            return new Answer(hits, looks(connection) - looked);
        }
    }

    private static long looks(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT pg_stat_get_xact_tuples_fetched('message_words'::regclass)
                    + pg_stat_get_xact_tuples_returned('message_words'::regclass)
                """)) {
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        var connection = TestDatabase.superuser().getConnection();
        run(connection, "SET search_path = " + database.service() + "; SET TIME ZONE 'UTC'");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
