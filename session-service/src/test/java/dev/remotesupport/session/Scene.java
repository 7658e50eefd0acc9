package dev.remotesupport.session;

import static io.restassured.RestAssured.given;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organisation of its own with people in it, who speak to the running service with really signed tokens. */
public final class Scene {

    public final UUID organisation = UUID.randomUUID();
    public final UUID site = UUID.randomUUID();
    public final TestToken ada = TestTokens.staff(organisation, "support").named("Ada");
    public final TestToken bob = TestTokens.staff(organisation, "support").named("Bob");
    public final TestToken lead = TestTokens.staff(organisation, "team_lead").named("Lea");
    public final TestToken supervisor =
            TestTokens.staff(organisation, "supervisor").named("Sue");
    public final TestToken grace = TestTokens.visitor(organisation, site).named("");
    public final TestToken stranger = TestTokens.visitor(organisation, site);
    public final TestToken key = TestTokens.apiKey(organisation, "sessions:read", "sessions:write");

    /** A session of Grace's that waits. */
    @CanIgnoreReturnValue
    public UUID waiting() {
        return waitingOf(grace);
    }

    @CanIgnoreReturnValue
    public UUID waitingOf(TestToken visitor) {
        return UUID.fromString(post(visitor, "/api/support/chat/start", Map.of())
                .statusCode(201)
                .extract()
                .path("sessionId"));
    }

    /** A session of Grace's that waits for somebody who answers its call. */
    public UUID calling() {
        return UUID.fromString(post(grace, "/api/support/call/start", Map.of())
                .statusCode(201)
                .extract()
                .path("sessionId"));
    }

    /** A session of Grace's that Ada has. */
    @CanIgnoreReturnValue
    public UUID active() {
        var id = waiting();
        post(ada, "/api/support/chat/" + id + "/assign", Map.of()).statusCode(200);
        return id;
    }

    @CanIgnoreReturnValue
    public UUID ended() {
        var id = active();
        post(ada, "/api/sessions/" + id + "/end", Map.of()).statusCode(200);
        return id;
    }

    /** Grace's tab in a session. */
    public TestToken tabOf(UUID session) {
        return TestTokens.participant(grace, session, UUID.randomUUID(), "customer", "tab-1");
    }

    /** Ada's seat in a session. */
    public TestToken seatOf(UUID session) {
        return TestTokens.participant(ada, session, UUID.randomUUID(), "technician", "console-1");
    }

    /** @param path with its query, as it goes over the wire */
    public static ValidatableResponse get(TestToken caller, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(caller.sign())
                .get(path)
                .then();
    }

    public static ValidatableResponse post(TestToken caller, String path, Object body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse put(TestToken caller, String path, Object body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    /** The console of this member of the staff is open from now on, for 15 seconds. */
    public void atWork(TestToken member) {
        post(member, "/internal/desk/seen", Map.of("staffIds", List.of(member.id())))
                .statusCode(204);
    }

    public static ValidatableResponse delete(TestToken caller, String path) {
        return given().auth().oauth2(caller.sign()).delete(path).then();
    }

    public static String state(TestToken caller, UUID session) {
        return get(caller, "/api/sessions/" + session).statusCode(200).extract().path("state");
    }

    /** Changes or counts rows behind the service's back. */
    @CanIgnoreReturnValue
    public static int sql(String statement) {
        try (var connection = TestDatabase.superuser().getConnection();
                var sql = connection.createStatement()) {
            sql.execute("SET search_path = session");
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
