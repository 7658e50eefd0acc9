package dev.remotesupport.device;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.event.ParticipantJoined;
import dev.remotesupport.contracts.event.ParticipantLeft;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** An organisation of its own, whose customers come and go and whose staff asks with really signed tokens. */
public final class Scene {

    private static final Instant MORNING = Instant.parse("2026-03-01T09:00:00Z");

    public final UUID organisation = UUID.randomUUID();
    public final UUID site = UUID.randomUUID();
    public final TestToken ada = TestTokens.staff(organisation, "support").named("Ada");
    public final TestToken key = TestTokens.apiKey(organisation, "devices:read");

    /** So many seconds after nine. */
    public static Instant at(int seconds) {
        return MORNING.plusSeconds(seconds);
    }

    /** A customer's tab enters; the browser is Firefox on Windows. */
    public ParticipantJoined joined(UUID session, long version, UUID tab, UUID visitor, int at) {
        return joined(session, version, tab, visitor, at, "Firefox 140", "Windows 11");
    }

    public ParticipantJoined joined(
            UUID session, long version, UUID tab, UUID visitor, int at, String browser, String os) {
        return new ParticipantJoined(
                organisation,
                session,
                version,
                at(at),
                tab,
                Seat.CUSTOMER,
                CallerKind.VISITOR,
                visitor,
                browser,
                os,
                null);
    }

    public ParticipantLeft left(UUID session, long version, UUID tab, int at) {
        return new ParticipantLeft(organisation, session, version, at(at), tab, Seat.CUSTOMER, LeaveReason.LEFT);
    }

    public ValidatableResponse devices() {
        return get(ada, "/api/devices").statusCode(200);
    }

    /** Waits until the service has applied a version of a session's events. */
    public static void awaitApplied(UUID session, long version) {
        await().until(() -> sql("SELECT version FROM inbox WHERE event_key = '" + session + "'") == version);
    }

    public static ValidatableResponse get(TestToken caller, String path) {
        return get(caller.sign(), path);
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    /** Changes or counts rows behind the service's back. */
    @CanIgnoreReturnValue
    public static int sql(String statement) {
        try (var connection = TestDatabase.superuser().getConnection();
                var sql = connection.createStatement()) {
            sql.execute("SET search_path = device");
            if (sql.execute(statement)) {
                var rows = sql.getResultSet();
                return rows.next() ? rows.getInt(1) : 0;
            }
            return sql.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
