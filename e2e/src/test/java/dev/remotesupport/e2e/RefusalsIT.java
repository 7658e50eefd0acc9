package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever may not, and whatever must not, through the gateway as from outside. */
class RefusalsIT {

    private static final String PING = "{\"type\":\"ping\"}";
    /** More than any limit lets through at once. */
    private static final int FLOOD = 2_000;

    private final RunningSuite suite = RunningSuite.shared();
    private final Visitor visitor = Visitor.askingForHelp(suite);

    @AfterEach
    void endSessions() {
        new Rest(suite.baseUrl(), suite.apiKey()).endAllSessions();
    }

    @Test
    void strangerWithoutATokenGetsNoSocketAndNoSession() {
        assertThat(Socket.refusal(suite.baseUrl(), "/ws/signaling", "nonsense", suite.baseUrl()))
                .isEqualTo(401);
        assertThat(new Rest(suite.baseUrl(), "")
                        .get("/api/sessions/" + visitor.sessionId())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anotherVisitorOfTheSameSiteFindsNothing() {
        var other = Visitor.askingForHelp(suite);

        var seen = other.rest().get("/api/sessions/" + visitor.sessionId());
        var joined = other.rest()
                .post("/api/sessions/" + visitor.sessionId() + "/participants", Map.of("tab", "tab-of-another"));

        assertThat(seen.status()).isIn(403, 404);
        assertThat(joined.status()).isIn(403, 404);
    }

    @Test
    void replayedTokenOpensNoSecondSocket() {
        var token = visitor.participantToken();
        var first = Socket.open(suite.baseUrl(), "/ws/signaling", token, suite.baseUrl())
                .hello();
        await().until(() -> !first.received("welcome").isEmpty());

        var replay = Socket.open(suite.baseUrl(), "/ws/signaling", token, suite.baseUrl())
                .hello();

        assertThat(replay.closed().join()).isEqualTo(4401);
        first.send(PING);
        await().until(() -> !first.received("pong").isEmpty());
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        var parts = visitor.participantToken().split("\\.");
        var forged = parts[0] + "." + parts[1] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        assertThat(Socket.refusal(suite.baseUrl(), "/ws/chat", forged, suite.baseUrl()))
                .isEqualTo(401);
    }

    @Test
    void socketFromAnotherOriginIsRefused() {
        assertThat(Socket.refusal(suite.baseUrl(), "/ws/signaling", visitor.participantToken(), "https://evil.example"))
                .isEqualTo(403);
    }

    @Test
    void siteKeyIsNoUseOnAnotherWebsite() {
        var answer = new Rest(suite.baseUrl(), "")
                .post("/api/visitors", Map.of("siteKey", suite.siteKey()), "https://evil.example");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void loginNeedsNoGuessing() {
        var unknown = new Rest(suite.baseUrl(), "")
                .post("/api/auth/login", Map.of("email", "nobody@example.com", "password", "wrong-password-1"));
        var known = new Rest(suite.baseUrl(), "")
                .post(
                        "/api/auth/login",
                        Map.of("email", suite.account("team_lead", 0).email(), "password", "wrong-password-1"));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(known.status()).isEqualTo(401);
        assertThat(unknown.body().get("code")).isEqualTo(known.body().get("code"));
    }

    @Test
    void malformedUnknownAndHugeMessagesCloseWithAReasonAndHarmNobodyElse() {
        var bystander = visitor.signaling().hello();
        await().until(() -> !bystander.received("welcome").isEmpty());

        var malformed = visitor.signaling().hello();
        malformed.send("{not json");
        var unknown = visitor.signaling().hello();
        unknown.send("{\"type\":\"take.over\"}");
        var huge = visitor.chat().hello();
        huge.send("{\"type\":\"chat.send\",\"clientMessageId\":\"a\",\"text\":\"" + "x".repeat(10 << 20) + "\"}");

        assertThat(malformed.closed().join()).isEqualTo(4400);
        assertThat(unknown.closed().join()).isEqualTo(4422);
        assertThat(huge.closed()
                        .handle((code, failure) -> failure != null || code == 1009)
                        .join())
                .isTrue();
        bystander.send(PING);
        await().until(() -> !bystander.received("pong").isEmpty());
    }

    @Test
    void floodEndsItsOwnSocketAndHarmsNobodyElse() {
        var bystander = visitor.signaling().hello();
        var reader = visitor.chat().hello();
        await().until(() -> !bystander.received("welcome").isEmpty()
                && !reader.received("welcome").isEmpty());
        var signaling = visitor.signaling().hello();
        var chat = visitor.chat().hello();

        signaling.flood(PING, FLOOD);
        chat.flood(PING, FLOOD);

        assertThat(signaling.closed().join()).isEqualTo(4429);
        assertThat(codes(signaling)).contains("flood");
        assertThat(chat.closed().join()).isEqualTo(4429);
        assertThat(codes(chat)).contains("too-fast");
        bystander.send(PING);
        await().until(() -> !bystander.received("pong").isEmpty());
        assertThat(visitor.say("still here", "still-here").status()).isEqualTo(201);
        await().until(() -> !reader.messages().isEmpty());
    }

    @Test
    void callerWhoAsksTooOftenIsToldToWaitAndNobodyElse() {
        var other = Visitor.askingForHelp(suite);

        var refused = Stream.generate(() -> visitor.rest().get("/api/nothing"))
                .limit(FLOOD)
                .parallel()
                .filter(answer -> answer.status() == 429)
                .findAny();

        assertThat(refused).hasValueSatisfying(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body().get("code").asText()).isEqualTo("too-many-requests");
        });
        assertThat(other.rest().get("/api/sessions/" + other.sessionId()).status())
                .isEqualTo(200);
    }

    @Test
    void messageToAnEndedSessionIsRefused() {
        var ended = new Rest(suite.baseUrl(), suite.apiKey())
                .post("/api/sessions/" + visitor.sessionId() + "/end", Map.of());
        assertThat(ended.status()).isEqualTo(200);

        await().untilAsserted(() -> {
            var answer = visitor.rest()
                    .post(
                            "/api/support/chat/message",
                            Map.of("sessionId", visitor.sessionId(), "message", "hello?", "messageType", "text"));
            assertThat(answer.status()).isEqualTo(409);
        });
    }

    @Test
    void otherOrganisationFindsNoSession() {
        var other = new Rest(suite.baseUrl(), "").loggedIn(suite.accountOfOtherOrganisation("admin"));

        assertThat(other.get("/api/sessions/" + visitor.sessionId()).status()).isEqualTo(404);
        assertThat(other.get("/api/support/chat/" + visitor.sessionId() + "/messages")
                        .status())
                .isIn(403, 404);
        assertThat(other.post("/api/sessions/assign", Map.of("sessionId", visitor.sessionId()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void malformedAndOversizedBodiesAreProblems() {
        var apiKey = new Rest(suite.baseUrl(), suite.apiKey());

        var blank = apiKey.post("/api/support/chat/message", Map.of("sessionId", visitor.sessionId(), "message", ""));
        var unknown = apiKey.post(
                "/api/sessions/register",
                Map.of("sessionId", "00000000-0000-0000-0000-000000000000", "machineName", "PC"));
        var large = apiKey.post("/api/support/chat/message", Map.of("message", "x".repeat(3 << 20)));

        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.body().hasNonNull("id")).isTrue();
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(large.status()).isEqualTo(413);
    }

    private static List<String> codes(Socket socket) {
        return socket.received("problem").stream()
                .map(problem -> problem.get("code").asText())
                .toList();
    }
}
