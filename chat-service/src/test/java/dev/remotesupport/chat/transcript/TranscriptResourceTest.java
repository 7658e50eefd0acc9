package dev.remotesupport.chat.transcript;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.icegreen.greenmail.util.GreenMail;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.chat.mail.SmtpServer;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
@WithTestResource(SmtpServer.class)
class TranscriptResourceTest {

    private final TestPeople people = TestPeople.inNewSession();
    private final String address = "maya-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
    private final TestToken customer = people.customer().withEmail(address);
    private final GreenMail server = SmtpServer.server();

    @BeforeEach
    void somethingWasSaid() {
        server.start();
        SessionServiceStandIn.tell(
                people.organisation(),
                people.session(),
                people.customer().id(),
                people.technician().id(),
                "active");
        try (var maya = ChatTestClient.enter(people.customerToken(), null);
                var jonas = ChatTestClient.enter(people.technicianToken(), null)) {
            maya.send("1", "Hi <b>there</b>, my PIN is 1234 👋");
            maya.awaitAccepted("1");
            jonas.send("2", "Hello & welcome");
            jonas.awaitAccepted("2");
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theCustomerGetsItAtTheOwnAddress() throws Exception {
        send(customer, Map.of()).statusCode(202).body("to", equalTo(address));

        var mail = mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("Your conversation with our support");
        assertThat(SmtpServer.part(mail, "text/plain"))
                .contains("Hi <b>there</b>, my PIN is •••• 👋")
                .contains("Hello & welcome")
                .containsSubsequence("Maya", "Jonas");
        assertThat(SmtpServer.part(mail, "text/html"))
                .contains("Hi &lt;b&gt;there&lt;/b&gt;, my PIN is •••• 👋")
                .contains("Hello &amp; welcome")
                .doesNotContain("1234");
    }

    @Test
    void itIsWrittenInTheReadersLanguage() throws Exception {
        given().auth()
                .oauth2(customer.sign())
                .header("Accept-Language", "de-CH,de;q=0.9")
                .contentType("application/json")
                .body("{}")
                .post(path())
                .then()
                .statusCode(202);

        var mail = mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("Ihr Gespräch mit unserem Support");
        assertThat(SmtpServer.part(mail, "text/html")).contains("lang=\"de\"").contains("Ihr Gespräch");
    }

    @Test
    void aCustomerCannotHaveItSentToSomebodyElse() {
        send(customer, Map.of("email", "else@example.com")).statusCode(403).body("code", equalTo("address-not-yours"));
        send(customer, Map.of("email", address.toUpperCase(java.util.Locale.ROOT)))
                .statusCode(202);
    }

    @Test
    void aVisitorWithoutAnAddressIsToldSo() {
        var nobody = people.customer().withEmail("");
        send(nobody, Map.of()).statusCode(400).body("code", equalTo("address-missing"));
        send(nobody, Map.of("email", "victim@example.com")).statusCode(400).body("code", equalTo("address-missing"));
    }

    @Test
    void theTechnicianNamesAnAddress() {
        send(people.technician(), Map.of("email", address, "language", "de")).statusCode(202);

        assertThat(SmtpServer.part(mailTo(address), "text/plain")).contains("Ihr Gespräch");
    }

    @Test
    void withoutAnAddressTheTechniciansGoesToTheCustomerInTheLanguageOfTheDesk() {
        SessionServiceStandIn.tellContact(people.organisation(), people.session(), address, "m***@example.com");
        speakGerman();

        send(people.technician().withEmail("jonas@shop.example"), Map.of())
                .statusCode(202)
                .body("to", equalTo("m***@example.com"));

        assertThat(SmtpServer.part(mailTo(address), "text/plain")).contains("Ihr Gespräch");
        assertThat(SmtpServer.received(server, "jonas@shop.example")).isEmpty();
    }

    @Test
    void aTechnicianIsToldThatTheCustomerHasGivenNoAddress() {
        for (var body : List.of(Map.<String, String>of(), Map.of("email", ""))) {
            send(people.technician().withEmail("jonas@shop.example"), body)
                    .statusCode(400)
                    .body("code", equalTo("address-missing"));
        }
    }

    @Test
    void whoTakesNoPartGetsNothing() {
        send(TestTokens.staff(people.organisation(), "support"), Map.of("email", address))
                .statusCode(403)
                .body("code", equalTo("not-a-participant"));
        send(TestTokens.customer(people.organisation(), UUID.randomUUID()).withEmail(address), Map.of())
                .statusCode(403);
        send(TestTokens.staff(UUID.randomUUID(), "super_admin"), Map.of("email", address))
                .statusCode(404);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        send(people.technician(), Map.of("email", "a@b\r\nBcc: c@d.example")).statusCode(400);
        send(people.technician(), Map.of("email", "nobody")).statusCode(400);
        send(people.technician(), Map.of("email", address, "language", "<de>")).statusCode(400);
    }

    @Test
    void fiveInAnHourAreEnough() {
        for (int i = 0; i < 5; i++) {
            send(customer, Map.of()).statusCode(202);
        }

        send(customer, Map.of()).statusCode(429).body("code", equalTo("too-many-transcripts"));
    }

    private void speakGerman() {
        given().auth()
                .oauth2(TestTokens.staff(people.organisation(), "supervisor").sign())
                .contentType("application/json")
                .body(Map.of("alertTo", List.of(), "missedChats", false, "language", "de"))
                .put("/api/support/mail")
                .then()
                .statusCode(200);
    }

    private String path() {
        return "/api/support/chat/" + people.session() + "/transcript";
    }

    @CanIgnoreReturnValue
    private ValidatableResponse send(TestToken caller, Map<String, ?> body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType("application/json")
                .body(body)
                .post(path())
                .then();
    }

    private MimeMessage mailTo(String recipient) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !SmtpServer.received(server, recipient).isEmpty());
        return SmtpServer.received(server, recipient).getFirst();
    }
}
