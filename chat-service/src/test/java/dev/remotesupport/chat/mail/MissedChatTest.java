package dev.remotesupport.chat.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.icegreen.greenmail.util.GreenMail;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
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
class MissedChatTest {

    private final TestPeople people = TestPeople.inNewSession();
    private final TestToken supervisor = TestTokens.staff(people.organisation(), "supervisor");
    private final String desk = "desk-" + UUID.randomUUID().toString().substring(0, 8) + "@shop.example";
    private final GreenMail server = SmtpServer.server();

    @BeforeEach
    void theServerIsThere() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aChatThatNobodyTookIsToldMaskedAndEscapedInBothForms() throws Exception {
        settings(List.of(desk), true).statusCode(200);
        write("My card is 4111 1111 1111 1111 <script>alert(1)</script> & PIN 1234");

        TestEvents.sessionMissed(people);

        var mail = mailTo(desk);
        assertThat(mail.getSubject()).isEqualTo("A chat was missed");
        assertThat(mail.getFrom()[0]).hasToString("support@shop.example");
        assertThat(SmtpServer.part(mail, "text/plain"))
                .contains("My card is •••• •••• •••• 1111 <script>alert(1)</script> & PIN ••••")
                .contains("Maya")
                .contains(people.session().toString());
        assertThat(SmtpServer.part(mail, "text/html"))
                .contains("My card is •••• •••• •••• 1111 &lt;script&gt;alert(1)&lt;/script&gt; &amp; PIN ••••")
                .contains("href=\"https://help.shop.example/sessions/" + people.session() + "\"")
                .doesNotContain("<script")
                .doesNotContain("4111");
    }

    @Test
    void whileTheServerIsAwayNothingIsLostAndNothingIsSentTwice() {
        settings(List.of(desk), true).statusCode(200);
        write("anybody there?");
        server.stop();

        TestEvents.sessionMissed(people);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        server.start();
        TestEvents.sessionMissed(people);

        var unused = mailTo(desk);
        await().during(Duration.ofSeconds(2))
                .until(() -> SmtpServer.received(server, desk).size() == 1);
    }

    @Test
    void nothingIsToldWhereNobodyWantsItOrNothingWasWrittenOrSomebodyHelped() {
        var silent = TestPeople.inNewSession();
        write(silent, "hello?");
        TestEvents.sessionMissed(silent);

        settings(List.of(desk), true).statusCode(200);
        var empty = new TestPeople(people.organisation(), UUID.randomUUID(), people.customer(), people.technician());
        ChatTestClient.enter(empty.customerToken(), null).close();
        TestEvents.sessionMissed(empty);

        var helped = new TestPeople(people.organisation(), UUID.randomUUID(), people.customer(), people.technician());
        write(helped, "thanks!");
        TestEvents.sessionEnded(helped);

        write("me");
        TestEvents.sessionMissed(people);
        assertThat(SmtpServer.part(mailTo(desk), "text/plain"))
                .contains(people.session().toString());
        assertThat(SmtpServer.received(server, desk)).hasSize(1);
    }

    @Test
    void theAlertIsWrittenInTheLanguageThatIsWanted() throws Exception {
        put(Map.of("alertTo", List.of(desk), "missedChats", true, "language", "de"))
                .statusCode(200);
        write("Hallo?");

        TestEvents.sessionMissed(people);

        assertThat(mailTo(desk).getSubject()).isEqualTo("Ein Chat wurde verpasst");
    }

    @Test
    void settingsAreReadBackAndSayWhetherMailIsAvailable() {
        get().statusCode(200)
                .body("alertTo", hasSize(0))
                .body("missedChats", equalTo(false))
                .body("available", equalTo(true));

        settings(List.of("Desk@Shop.example", "desk@shop.example"), true).statusCode(200);

        get().body("alertTo", equalTo(Collections.singletonList("desk@shop.example")))
                .body("missedChats", equalTo(true));
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        settings(List.of("not an address"), true).statusCode(400);
        settings(Collections.nCopies(11, "a@b.example"), true).statusCode(400);
        put(Map.of("missedChats", true)).statusCode(400);
        put(Map.of("alertTo", List.of(), "missedChats", true, "language", "xx")).statusCode(400);
        settings(List.of("a@b.example\r\nBcc: c@d.example"), true).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "team_lead"})
    void othersMayNotChangeThem(String role) {
        given().auth()
                .oauth2(TestTokens.staff(people.organisation(), role).sign())
                .contentType("application/json")
                .body(Map.of("alertTo", List.of(desk), "missedChats", true))
                .put("/api/support/mail")
                .then()
                .statusCode(403);
    }

    private void write(String text) {
        write(people, text);
    }

    private static void write(TestPeople people, String text) {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("one", text);
            customer.awaitAccepted("one");
        }
    }

    private MimeMessage mailTo(String recipient) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !SmtpServer.received(server, recipient).isEmpty());
        return SmtpServer.received(server, recipient).getFirst();
    }

    @CanIgnoreReturnValue
    private ValidatableResponse settings(List<String> alertTo, boolean missedChats) {
        return put(Map.of("alertTo", alertTo, "missedChats", missedChats));
    }

    private ValidatableResponse get() {
        return given().auth().oauth2(supervisor.sign()).get("/api/support/mail").then();
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return given().auth()
                .oauth2(supervisor.sign())
                .contentType("application/json")
                .body(body)
                .put("/api/support/mail")
                .then();
    }
}
