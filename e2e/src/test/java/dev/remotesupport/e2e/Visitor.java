package dev.remotesupport.e2e;

import java.util.Map;
import java.util.UUID;

/** A customer as a program: asks for help by REST, without a browser. */
record Visitor(RunningSuite suite, String accessToken, String sessionId) {

    static Visitor askingForHelp(RunningSuite suite) {
        var visitor = new Rest(suite.baseUrl(), "")
                .post("/api/visitors", Map.of("siteKey", suite.siteKey()))
                .body();
        var token = visitor.get("accessToken").asText();
        var started = new Rest(suite.baseUrl(), token)
                .post("/api/support/chat/start", Map.of("customerName", "Visitor", "subject", "Help"));
        return new Visitor(suite, token, started.body().get("sessionId").asText());
    }

    Rest rest() {
        return new Rest(suite.baseUrl(), accessToken);
    }

    /** A fresh participant token for a tab of this visitor. */
    String participantToken(String tab) {
        return rest().post("/api/sessions/" + sessionId + "/participants", Map.of("tab", tab))
                .body()
                .get("token")
                .asText();
    }

    String participantToken() {
        return participantToken(UUID.randomUUID().toString());
    }
}
