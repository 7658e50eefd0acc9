package dev.remotesupport.session.call;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.session.call.CallTransition.Outcome;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What the table of calls refuses whoever writes, even a superuser with raw SQL. */
class CallGuardTest {

    private static final Map<CallState, String> WAY_TO = Map.of(
            CallState.QUEUED, "",
            CallState.RINGING, "ringing",
            CallState.ACTIVE, "ringing active",
            CallState.COMPLETED, "ringing active completed",
            CallState.MISSED, "missed",
            CallState.DECLINED, "ringing declined");

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
    void beginACall() throws SQLException {
        connection = TestDatabase.superuser().getConnection();
        sql = connection.createStatement();
        sql.execute("SET search_path = " + database.service());
        sql.execute("TRUNCATE session CASCADE");
        sql.execute("""
                INSERT INTO session (organisation_id, number, channels, customer_kind, customer_id, customer_name, customer_claimed)
                VALUES ('%s', 1, '{call}', 'visitor', 'v', 'Grace', true)""".formatted(new UUID(0, 1)));
        sql.execute(CALL);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    static Stream<Arguments> everyPairOfStates() {
        return Stream.of(CallState.values())
                .flatMap(from ->
                        Stream.of(CallState.values()).filter(to -> to != from).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfStates")
    void theTableAllowsTheMovesOfTheTransitionFunctionAndNoOthers(CallState from, CallState to) throws SQLException {
        for (var state : WAY_TO.get(from).split(" ", -1)) {
            if (!state.isEmpty()) {
                move(state);
            }
        }

        if (isLegal(from, to)) {
            assertThatCode(() -> move(to.wire())).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> move(to.wire())).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aSessionHasOneOpenCall() throws SQLException {
        assertThatThrownBy(() -> sql.execute(CALL)).hasMessageContaining("call_open_of_session");
        move("missed");
        assertThatCode(() -> sql.execute(CALL)).doesNotThrowAnyException();
    }

    @Test
    void aCallIsFirstAnsweredOnce() throws SQLException {
        move("ringing");
        move("active");

        assertThatThrownBy(() -> sql.execute("UPDATE call SET answered_at = answered_at + interval '1 second'"))
                .hasMessageContaining("answered once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An end that is none, and time that runs backwards.
                "UPDATE call SET ended_at = now() + interval '1 hour'",
                "UPDATE call SET end_reason = 'done'",
                "UPDATE call SET state = 'completed', version = version + 1, end_reason = 'x', ended_at = answered_at - interval '1 s'",
                // An active call that nobody has or that was never heard.
                "UPDATE call SET staff_id = NULL, version = version + 1",
                "UPDATE call SET customer_heard_at = NULL",
                // Somebody else has it, and no event tells of it.
                "UPDATE call SET staff_id = gen_random_uuid()",
                // A ring that is none.
                "UPDATE call SET rings_at = 'technician'",
                "UPDATE call SET ring_expires_at = now()",
                // Another call under the same id.
                "UPDATE call SET organisation_id = gen_random_uuid()",
                "UPDATE call SET asked_by = 'technician'",
                "UPDATE call SET ends_session = false",
                "UPDATE call SET requested_at = requested_at - interval '1 day'",
                // Versions that skip, repeat or go back.
                "UPDATE call SET version = version + 2",
                "UPDATE call SET version = version - 1",
                "UPDATE call SET state = 'queued', staff_id = NULL",
                // Values that mean nothing.
                "UPDATE call SET state = 'paused', version = version + 1",
                "UPDATE call SET worst_score = 6",
                "UPDATE call SET said_seconds = -1"
            })
    void whatNeverIsTrueOfAnActiveCallIsRefused(String illegal) throws SQLException {
        move("ringing");
        move("active");

        assertThatThrownBy(() -> sql.execute(illegal))
                .isInstanceOf(SQLException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("23514");
    }

    @Test
    void aCallThatIsOverStaysAsItEnded() throws SQLException {
        move("missed");

        assertThatThrownBy(() -> sql.execute("UPDATE call SET ended_at = ended_at + interval '1 second'"))
                .hasMessageContaining("ends once");
        assertThatCode(() -> sql.execute("UPDATE call SET said_seconds = 12")).doesNotThrowAnyException();
    }

    private static final String CALL =
            "INSERT INTO call (organisation_id, session_id, asked_by, ends_session) SELECT organisation_id, id, 'customer', true FROM session";

    private static boolean isLegal(CallState from, CallState to) {
        var staff = UUID.randomUUID();
        return Stream.of(
                        new CallCommand.Queue(),
                        new CallCommand.Ring(Seat.TECHNICIAN, staff, Duration.ofSeconds(20)),
                        new CallCommand.Answer(staff),
                        new CallCommand.HandOver(UUID.randomUUID()),
                        new CallCommand.Decline(EndReason.BY_STAFF),
                        new CallCommand.End(EndReason.BY_STAFF))
                .map(command -> CallTransition.of(from, Optional.of(staff), command))
                .anyMatch(new Outcome.Moved(to)::equals);
    }

    private void move(String state) throws SQLException {
        var silent = "rings_at = NULL, rings_since = NULL, ring_expires_at = NULL";
        var set = switch (state) {
            case "queued" -> silent + ", staff_id = NULL";
            case "ringing" ->
                "staff_id = gen_random_uuid(), rings_at = 'technician', rings_since = now(), ring_expires_at = now()";
            case "active" ->
                silent
                        + ", answered_at = coalesce(answered_at, clock_timestamp()), customer_heard_at = now(), staff_heard_at = now()";
            default -> silent + ", ended_at = clock_timestamp(), end_reason = 'done'";
        };
        sql.execute("UPDATE call SET state = '%s', version = version + 1, %s".formatted(state, set));
    }
}
