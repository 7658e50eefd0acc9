package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A member of the staff as a program: a console's socket, and what a console asks by REST. */
record Member(RunningSuite suite, Rest rest, String id, Socket console) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Logs in, opens a console and takes sessions. */
    static Member atWork(RunningSuite suite, RunningSuite.Account account) {
        var signedIn = new Rest(suite.baseUrl(), "").logIn(account).body();
        var token = signedIn.get("accessToken").asText();
        var console = Socket.open(suite.baseUrl(), "/ws/console", token, suite.baseUrl())
                .hello();
        var member = new Member(
                suite,
                new Rest(suite.baseUrl(), token),
                signedIn.get("user").get("id").asText(),
                console);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(member.desk().path("connected").asBoolean()).isTrue());
        member.says("online");
        return member;
    }

    JsonNode desk() {
        return rest.get("/api/desk/me").body();
    }

    void says(String availability) {
        assertThat(rest.put("/api/desk/me/availability", Map.of("availability", availability))
                        .status())
                .isLessThan(300);
    }

    /** As a lead: says it for somebody else. */
    void says(Member other, String availability) {
        assertThat(rest.put("/api/desk/staff/" + other.id + "/availability", Map.of("availability", availability))
                        .status())
                .isLessThan(300);
    }

    boolean isOffered(Visitor customer) {
        return console.received("session.offered").stream()
                .anyMatch(offer -> offer.get("sessionId").asText().equals(customer.sessionId()));
    }

    /** Waits for the offer of this customer's session, and accepts it. */
    void accepts(Visitor customer) {
        await().atMost(PATIENCE).until(() -> isOffered(customer));
        assertThat(rest.post("/api/sessions/" + customer.sessionId() + "/accept", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(customer.state()).isEqualTo("active");
    }

    Rest.Answer transfers(Visitor customer, Member to, String note) {
        return rest.post("/api/sessions/" + customer.sessionId() + "/transfer", Map.of("staffId", to.id, "note", note));
    }

    /** A connection to the customer's conversation. */
    Socket chat(Visitor customer) {
        var token = rest.post(
                        "/api/sessions/" + customer.sessionId() + "/participants",
                        Map.of("tab", UUID.randomUUID().toString()))
                .body()
                .get("token")
                .asText();
        return Socket.open(suite.baseUrl(), "/ws/chat", token, suite.baseUrl()).hello();
    }

    /** Closes the console, as whoever shuts the laptop does. */
    void leaves() {
        console.close();
    }
}
