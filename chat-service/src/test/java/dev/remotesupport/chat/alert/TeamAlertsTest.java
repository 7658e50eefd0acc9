package dev.remotesupport.chat.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.icegreen.greenmail.util.GreenMail;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.chat.mail.SmtpServer;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
@WithTestResource(SmtpServer.class)
class TeamAlertsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private final TestPeople people = TestPeople.inNewSession();
    private final UUID organisation = people.organisation();
    private final UUID jonas = UUID.randomUUID();
    private final String lead = "lead-" + UUID.randomUUID().toString().substring(0, 8) + "@shop.example";
    private final GreenMail server = SmtpServer.server();

    @BeforeEach
    void theServerIsThere() {
        server.start();
        TestEvents.staffIsThere(organisation, jonas, 1, true);
        await().until(() -> count("staff_there WHERE there AND") == 1);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whoWaitsLongerThanTheLimitIsToldOfOnce() throws Exception {
        wanted(Map.of("waitMinutes", 5)).statusCode(200);
        waits(UUID.randomUUID(), Duration.ofMinutes(4));

        var late = waits(UUID.randomUUID(), Duration.ofMinutes(6));

        var mail = mails(1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("A customer is waiting too long");
        assertThat(SmtpServer.part(mail, "text/plain"))
                .contains("longer than 5 min")
                .containsOnlyOnce(" UTC")
                .contains("https://help.shop.example/sessions/" + late)
                .contains("Open the queue: https://help.shop.example/queue")
                .doesNotContain("more");
        assertThat(SmtpServer.part(mail, "text/html"))
                .contains("A customer is waiting too long")
                .contains("href=\"https://help.shop.example/sessions/" + late + "\"");
        staysAt(1);
    }

    @Test
    void whoIsTooLateInTheQuietTimeIsToldOfTogetherAfterIt() throws Exception {
        wanted(Map.of("waitMinutes", 5, "language", "de")).statusCode(200);
        waits(UUID.randomUUID(), Duration.ofMinutes(6));
        mails(1);
        waits(UUID.randomUUID(), Duration.ofMinutes(7));
        waits(UUID.randomUUID(), Duration.ofMinutes(8));
        var taken = waits(UUID.randomUUID(), Duration.ofMinutes(9));
        TestEvents.sessionAssigned(new TestPeople(organisation, taken, people.customer(), people.technician()));
        await().until(() -> count("waiting_session") == 3);
        staysAt(1);

        theQuietTimeIsOver();

        assertThat(mails(2).getLast().getSubject()).isEqualTo("2 Kunden warten zu lange");
        staysAt(2);
    }

    @Test
    void thatNobodyIsThereIsToldOnceEachTimeItComesToThat() throws Exception {
        wanted(Map.of("nobodyThere", true)).statusCode(200);
        waits(UUID.randomUUID(), Duration.ofMinutes(2));
        staysAt(0);

        TestEvents.staffIsThere(organisation, jonas, 2, false);

        assertThat(mails(1).getFirst().getSubject()).isEqualTo("A customer is waiting and nobody is there");
        theQuietTimeIsOver();
        staysAt(1);

        TestEvents.staffIsThere(organisation, jonas, 3, true);
        await().until(() -> count("team_alert WHERE NOT going_on AND") == 1);
        waits(UUID.randomUUID(), Duration.ofMinutes(2));
        TestEvents.staffIsThere(organisation, jonas, 4, false);

        assertThat(mails(2).getLast().getSubject()).isEqualTo("2 customers are waiting and nobody is there");
    }

    @Test
    void aConsoleThatIsReloadedIsNoAlarm() throws Exception {
        wanted(Map.of("nobodyThere", true)).statusCode(200);
        waits(UUID.randomUUID(), Duration.ofMinutes(2));
        TestEvents.staffIsThere(organisation, jonas, 2, false);
        await().until(() -> count("staff_there WHERE there AND") == 0);

        TestEvents.staffIsThere(organisation, jonas, 3, true);

        await().until(() -> count("staff_there WHERE there AND") == 1);
        await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
        staysAt(0);
    }

    @Test
    void whereNobodyWantsItNothingIsTold() {
        wanted(Map.of("missedChats", true)).statusCode(200);
        TestEvents.staffIsThere(organisation, jonas, 2, false);

        waits(UUID.randomUUID(), Duration.ofMinutes(200));

        staysAt(0);
    }

    @Test
    void settingsAreReadBack() {
        wanted(Map.of()).statusCode(200);
        settings()
                .body("waitMinutes", nullValue())
                .body("nobodyThere", equalTo(false))
                .body("quietMinutes", equalTo(30));

        wanted(Map.of("waitMinutes", 7, "nobodyThere", true, "quietMinutes", 90))
                .statusCode(200);

        settings()
                .body("waitMinutes", equalTo(7))
                .body("nobodyThere", equalTo(true))
                .body("quietMinutes", equalTo(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waitMinutes=0", "waitMinutes=241", "quietMinutes=0", "quietMinutes=1441"})
    void boundsAreKept(String setting) {
        var parts = setting.split("=");

        wanted(Map.of(parts[0], Integer.parseInt(parts[1]))).statusCode(400);
    }

    @CanIgnoreReturnValue
    private UUID waits(UUID session, Duration since) {
        TestEvents.sessionQueued(organisation, session, 2, Instant.now().minus(since));
        return session;
    }

    @CanIgnoreReturnValue
    private List<MimeMessage> mails(int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> SmtpServer.received(server, lead).size() >= count);
        return SmtpServer.received(server, lead);
    }

    private void staysAt(int count) {
        await().during(A_WHILE)
                .atMost(A_WHILE.multipliedBy(2))
                .until(() -> SmtpServer.received(server, lead).size() == count);
    }

    private void theQuietTimeIsOver() throws SQLException {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE chat.team_alert SET told_at = told_at - interval '31 minutes' WHERE organisation_id = '"
                            + organisation + "'");
        }
    }

    /** @param table perhaps with the beginning of a condition */
    private int count(String table) throws SQLException {
        var from = table.contains(" WHERE ") ? table : table + " WHERE";
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    "SELECT count(*) FROM chat." + from + " organisation_id = '" + organisation + "'");
            rows.next();
            return rows.getInt(1);
        }
    }

    private ValidatableResponse wanted(Map<String, Object> settings) {
        var body = new HashMap<String, Object>(Map.of("alertTo", List.of(lead), "missedChats", false));
        body.putAll(settings);
        return given().auth()
                .oauth2(TestTokens.staff(organisation, "supervisor").sign())
                .contentType("application/json")
                .body(body)
                .put("/api/support/mail")
                .then();
    }

    private ValidatableResponse settings() {
        return given().auth()
                .oauth2(TestTokens.staff(organisation, "supervisor").sign())
                .get("/api/support/mail")
                .then()
                .statusCode(200);
    }
}
