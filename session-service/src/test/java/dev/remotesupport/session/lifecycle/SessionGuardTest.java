package dev.remotesupport.session.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.lifecycle.Transition.Outcome;
import dev.remotesupport.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse whoever writes, even a superuser with raw SQL. */
class SessionGuardTest {

    private static final Map<SessionState, String> WAY_TO = Map.of(
            SessionState.REQUESTED, "",
            SessionState.QUEUED, "queued",
            SessionState.OFFERED, "queued offered",
            SessionState.ACTIVE, "active",
            SessionState.INTERRUPTED, "active interrupted",
            SessionState.ENDED, "ended");

    private static TestDatabase database;
    private Connection connection;
    private Statement sql;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create("session", "classpath:db/platform", "classpath:db/migration");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.superuser().getConnection();
        sql = connection.createStatement();
        sql.execute("SET search_path = " + database.service());
        sql.execute("TRUNCATE session CASCADE");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<Arguments> everyPairOfStates() {
        return Stream.of(SessionState.values())
                .flatMap(from -> Stream.of(SessionState.values())
                        .filter(to -> to != from)
                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfStates")
    void theTableAllowsTheMovesOfTheTransitionFunctionAndNoOthers(SessionState from, SessionState to)
            throws SQLException {
        session();
        for (String state : WAY_TO.get(from).split(" ", -1)) {
            if (!state.isEmpty()) {
                move(state);
            }
        }
        boolean legal = isLegal(from, to);

        if (legal) {
            assertThatCode(() -> move(to.wire())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> move(to.wire())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aSessionBeginsAsRequested() {
        assertThatThrownBy(() -> sql.execute(insert("state", "'queued'"))).hasMessageContaining("begins as requested");
        assertThatThrownBy(() -> sql.execute(insert("version", "2"))).hasMessageContaining("begins as requested");
    }

    @Test
    void aSessionConnectsOnce() throws SQLException {
        session();
        move("active");

        assertThatThrownBy(() -> sql.execute("UPDATE session SET connected_at = connected_at + interval '1 second'"))
                .hasMessageContaining("connects once");
    }

    @Test
    void aSessionDoesNotConnectWhileItWaits() throws SQLException {
        session();

        assertThatThrownBy(() -> sql.execute("UPDATE session SET connected_at = now() + interval '1 minute'"))
                .hasMessageContaining("connects once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An end that is none.
                "UPDATE session SET ended_at = now() + interval '1 hour'",
                "UPDATE session SET end_reason = 'done'",
                "UPDATE session SET state = 'ended', version = version + 1, ended_at = now() + interval '1 hour'",
                // Time that runs backwards.
                "UPDATE session SET state = 'ended', version = version + 1, end_reason = 'x', ended_at = connected_at - interval '1 s'",
                "UPDATE session SET last_active_at = requested_at - interval '1 second'",
                // An active session that nobody has.
                "UPDATE session SET staff_id = NULL, staff_name = NULL",
                "UPDATE session SET staff_name = NULL",
                "UPDATE session SET state = 'queued', version = version + 1",
                // Somebody else has it, and no event tells of it.
                "UPDATE session SET staff_id = gen_random_uuid()",
                // An offer that is none.
                "UPDATE session SET offered_to = gen_random_uuid(), version = version + 1",
                "UPDATE session SET offer_expires_at = now() + interval '20 seconds'",
                "UPDATE session SET state = 'offered', version = version + 1, staff_id = NULL, staff_name = NULL",
                // Another session under the same id.
                "UPDATE session SET organisation_id = gen_random_uuid()",
                "UPDATE session SET number = number + 1",
                "UPDATE session SET requested_at = requested_at - interval '1 day'",
                // Versions that skip, repeat or go back.
                "UPDATE session SET version = version + 2",
                "UPDATE session SET version = version - 1",
                "UPDATE session SET state = 'interrupted'",
                // Values that mean nothing.
                "UPDATE session SET state = 'paused', version = version + 1",
                "UPDATE session SET channels = '{}'",
                "UPDATE session SET channels = '{telepathy}'",
                "UPDATE session SET customer_name = ''",
                "UPDATE session SET rating = 6"
            })
    void whatNeverIsTrueOfAnActiveSessionIsRefused(String illegal) throws SQLException {
        session();
        move("active");

        assertThatThrownBy(() -> sql.execute(illegal))
                .isInstanceOf(SQLException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("23514");
    }

    @Test
    void aSessionThatWaitsAgainKeepsItsPlaceAndWhenItConnected() throws SQLException {
        session();
        move("active");
        var before = times();

        move("queued");

        assertThat(times()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE session SET state = 'offered', version = version + 1",
                "UPDATE session SET state = 'offered', version = version + 1, offered_to = gen_random_uuid()",
                "UPDATE session SET staff_id = gen_random_uuid(), staff_name = 'Ada', version = version + 1",
                "UPDATE session SET state = 'interrupted', version = version + 1"
            })
    void aWaitingSessionIsOfferedWholeOrNotAtAll(String illegal) throws SQLException {
        session();
        move("queued");

        assertThatThrownBy(() -> sql.execute(illegal)).isInstanceOf(SQLException.class);
    }

    @Test
    void anOfferedSessionDoesNotGoToTheNextWithoutAVersion() throws SQLException {
        session();
        move("queued");
        move("offered");

        assertThatThrownBy(() -> sql.execute("UPDATE session SET offered_to = gen_random_uuid()"))
                .hasMessageContaining("next version");
    }

    @Test
    void anEndedSessionStaysAsItEnded() throws SQLException {
        session();
        move("ended");

        assertThatThrownBy(() -> sql.execute("UPDATE session SET ended_at = ended_at + interval '1 second'"))
                .hasMessageContaining("ends once");
        assertThatThrownBy(() -> sql.execute("UPDATE session SET version = version + 1"))
                .hasMessageContaining("ends once");
    }

    @Test
    void aCustomerHasOneOpenSession() throws SQLException {
        session();

        assertThatThrownBy(() -> sql.execute(insert("number", "2"))).hasMessageContaining("session_open_of_customer");
        move("ended");
        assertThatCode(() -> sql.execute(insert("number", "2"))).doesNotThrowAnyException();
    }

    @Test
    void aGrantNeedsAnOpenSession() throws SQLException {
        session();
        move("ended");

        assertThatThrownBy(() -> sql.execute(GRANT)).hasMessageContaining("given in an open session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE session_grant SET closed_at = NULL, outcome = NULL",
                "UPDATE session_grant SET outcome = 'expired'",
                "INSERT INTO session_grant (organisation_id, session_id, capability, given_by, expires_at) "
                        + "SELECT organisation_id, id, 'view', gen_random_uuid(), now() - interval '1 hour' FROM session",
                "INSERT INTO session_grant (organisation_id, session_id, capability, given_by, expires_at) "
                        + "SELECT gen_random_uuid(), id, 'view', gen_random_uuid(), now() + interval '1 hour' FROM session"
            })
    void aClosedGrantStaysClosedAndANewOneMustMakeSense(String illegal) throws SQLException {
        session();
        sql.execute(GRANT);
        sql.execute("UPDATE session_grant SET closed_at = clock_timestamp(), outcome = 'revoked'");

        assertThatThrownBy(() -> sql.execute(illegal)).isInstanceOf(SQLException.class);
    }

    @Test
    void anOpenGrantIsNotLengthened() throws SQLException {
        session();
        sql.execute(GRANT);

        assertThatThrownBy(() -> sql.execute("UPDATE session_grant SET expires_at = expires_at + interval '1 hour'"))
                .hasMessageContaining("says for ever");
    }

    @Test
    void oneGrantOfACapabilityIsInForce() throws SQLException {
        session();
        sql.execute(GRANT);

        assertThatThrownBy(() -> sql.execute(GRANT)).hasMessageContaining("session_grant_in_force");
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        var owners = sql.executeQuery(
                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = '" + database.service() + "'");

        assertThat(owners.next()).isTrue();
        assertThat(owners.getString(1)).isEqualTo(database.service() + "_owner");
    }

    private static final String GRANT = """
            INSERT INTO session_grant (organisation_id, session_id, capability, given_by, expires_at)
            SELECT organisation_id, id, 'view', gen_random_uuid(), now() + interval '1 hour' FROM session
            """;

    private static final String NO_OFFER = "offered_to = NULL, offer_expires_at = NULL";

    private static boolean isLegal(SessionState from, SessionState to) {
        var staff = new Staff(UUID.randomUUID(), "Ada");
        Set<Outcome> outcomes = Stream.of(
                        new Command.Queue(),
                        new Command.Offer(UUID.randomUUID(), Duration.ofSeconds(20)),
                        new Command.Assign(staff),
                        new Command.Transfer(new Staff(UUID.randomUUID(), "Bob")),
                        new Command.Requeue(Optional.empty()),
                        new Command.Interrupt(),
                        new Command.Resume(),
                        new Command.End(EndReason.BY_STAFF))
                .map(command -> Transition.of(from, Optional.of(staff), command))
                .collect(Collectors.toSet());
        return outcomes.contains(new Outcome.Moved(to));
    }

    private String times() throws SQLException {
        var row = sql.executeQuery("SELECT requested_at || ' ' || connected_at FROM session");
        assertThat(row.next()).isTrue();
        return row.getString(1);
    }

    private void session() throws SQLException {
        sql.execute(insert("rating", "NULL"));
    }

    private static String insert(String column, String value) {
        return """
                INSERT INTO session (organisation_id, channels, customer_kind, customer_id, customer_name, customer_claimed, %s%s)
                VALUES ('%s', '{chat}', 'visitor', 'v', 'Grace', true, %s%s)
                """.formatted(
                        column.equals("number") ? "" : "number, ",
                        column,
                        new UUID(0, 1),
                        column.equals("number") ? "" : "1, ",
                        value);
    }

    private void move(String state) throws SQLException {
        var set = switch (state) {
            case "queued" -> ", staff_id = NULL, staff_name = NULL, " + NO_OFFER;
            case "offered" -> ", offered_to = gen_random_uuid(), offer_expires_at = now() + interval '20 seconds'";
            case "active" ->
                ", " + NO_OFFER
                        + ", staff_id = coalesce(staff_id, gen_random_uuid()), staff_name = coalesce(staff_name, 'Ada'), "
                        + "connected_at = coalesce(connected_at, clock_timestamp())";
            case "ended" -> ", " + NO_OFFER + ", ended_at = clock_timestamp(), end_reason = 'done'";
            default -> "";
        };
        sql.execute("UPDATE session SET state = '%s', version = version + 1%s".formatted(state, set));
    }
}
