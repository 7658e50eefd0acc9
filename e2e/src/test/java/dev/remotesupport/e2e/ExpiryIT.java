package dev.remotesupport.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that have run out, on a suite whose tokens live short. */
class ExpiryIT {

    private static final Duration LIFE = Duration.ofSeconds(12);

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.start(1, 1, Map.of("REMOTE_SUPPORT_TOKENS_ACCESS_LIFE", LIFE.toString()));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void expiredTokenIsRefusedAndEndsTheSocketsItHasOpened() {
        var visitor = Visitor.askingForHelp(suite);
        var neverUsed = visitor.participantToken();
        var signaling = visitor.signaling().hello();
        var chat = visitor.chat().hello();
        await().until(() -> !signaling.received("welcome").isEmpty()
                && !chat.received("welcome").isEmpty());

        await().atMost(LIFE.multipliedBy(2))
                .until(() -> signaling.closed().isDone() && chat.closed().isDone());

        assertThat(signaling.closed().join()).isEqualTo(4401);
        assertThat(chat.closed().join()).isEqualTo(4401);
        assertThat(Socket.refusal(suite.baseUrl(), "/ws/signaling", neverUsed, suite.baseUrl()))
                .isEqualTo(401);
        assertThat(Socket.refusal(suite.baseUrl(), "/ws/chat", neverUsed, suite.baseUrl()))
                .isEqualTo(401);
        var answer = visitor.rest().get("/api/sessions/" + visitor.sessionId());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().get("code").asText()).isEqualTo("unauthenticated");
    }
}
