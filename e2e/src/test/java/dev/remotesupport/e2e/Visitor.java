package dev.remotesupport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer as a program: asks for help by REST, without a browser. */
record Visitor(RunningSuite suite, String accessToken, String sessionId) {

    private static final int PAGE = 200;

    static Visitor askingForHelp(RunningSuite suite) {
        var visitor = new Rest(suite.baseUrl(), "")
                .post("/api/visitors", Map.of("siteKey", suite.siteKey()))
                .body();
        var token = visitor.get("accessToken").asText();
        var started = new Rest(suite.baseUrl(), token)
                .post("/api/support/chat/start", Map.of("customerName", "Visitor", "subject", "Help"));
        return new Visitor(suite, token, started.body().get("sessionId").asText());
    }

    /** The same visitor, who asks once more after the session has ended. */
    Visitor askAgain() {
        var started = rest().post("/api/support/chat/start", Map.of("customerName", "Visitor", "subject", "Once more"));
        return new Visitor(suite, accessToken, started.body().get("sessionId").asText());
    }

    String state() {
        return rest().get("/api/sessions/" + sessionId).body().path("state").asText();
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

    /** A connection to the session's room, of a tab of its own. */
    Socket signaling() {
        return Socket.open(suite.baseUrl(), "/ws/signaling", participantToken(), suite.baseUrl());
    }

    /** A connection to the session's conversation, of a tab of its own. */
    Socket chat() {
        return Socket.open(suite.baseUrl(), "/ws/chat", participantToken(), suite.baseUrl());
    }

    Rest.Answer say(String text, String clientMessageId) {
        return rest().post(
                        "/api/support/chat/message",
                        Map.of(
                                "sessionId",
                                sessionId,
                                "message",
                                text,
                                "messageType",
                                "text",
                                "clientMessageId",
                                clientMessageId));
    }

    /** The whole conversation as it is stored, page by page. */
    List<JsonNode> messages() {
        var messages = new ArrayList<JsonNode>();
        int before;
        do {
            before = messages.size();
            var page = rest().get("/api/support/chat/%s/messages?after=%d&limit=%d"
                    .formatted(
                            sessionId,
                            before == 0 ? 0 : messages.getLast().get("sequence").asLong(),
                            PAGE));
            page.body().get("items").forEach(messages::add);
        } while (messages.size() == before + PAGE);
        return messages;
    }
}
