package dev.remotesupport.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A visitor who writes one message after the other, each until it is accepted, and reads along in another tab. */
final class ChatWriter {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Visitor visitor;
    private final Socket tab;
    private final List<Message> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Rest.Answer> refusals = new CopyOnWriteArrayList<>();

    /** What has to be the same wherever one looks. */
    record Message(int sequence, String clientMessageId) {

        private static Message of(JsonNode json) {
            return new Message(
                    json.get("sequence").asInt(), json.get("clientMessageId").asText());
        }
    }

    ChatWriter(RunningSuite suite) {
        visitor = Visitor.askingForHelp(suite);
        tab = visitor.chat().hello();
        await().until(() -> !tab.received("welcome").isEmpty());
    }

    void write() {
        var id = "message-" + (acknowledged.size() + 1);
        await().atMost(PATIENCE).until(() -> isAccepted(id));
    }

    private boolean isAccepted(String id) {
        var answer = visitor.say("text of " + id, id);
        return answer.status() < 300
                ? acknowledged.add(new Message(answer.body().get("sequence").asInt(), id))
                : !refusals.add(answer);
    }

    List<Message> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Message> stored() {
        return visitor.messages().stream().map(Message::of).toList();
    }

    List<Message> seen() {
        return tab.messages().stream().map(Message::of).toList();
    }

    List<Rest.Answer> refusals() {
        return List.copyOf(refusals);
    }
}
