package dev.remotesupport.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the stand-in for session-service knows of visitors who said Yes. */
public final class AccessStandIn {

    private final Map<UUID, UUID> open = new ConcurrentHashMap<>();
    private final Set<UUID> unseen = ConcurrentHashMap.newKeySet();
    private final List<Begun> begun = new CopyOnWriteArrayList<>();
    private volatile int refusal;

    /** One call of {@code POST /internal/access}. */
    public record Begun(UUID visitor, UUID staff, String reason, String url, UUID session) {}

    /** From now on this visitor is in a session. */
    public void isIn(UUID visitor, UUID session) {
        open.put(visitor, session);
    }

    /** From now on this visitor is in a session that nobody who asks may see. */
    public void isInUnseen(UUID visitor) {
        unseen.add(visitor);
    }

    /** From now on a Yes is refused with this status; 0 for not. */
    public void refuse(int status) {
        refusal = status;
    }

    public List<Begun> begunBy(UUID visitor) {
        return begun.stream().filter(one -> one.visitor().equals(visitor)).toList();
    }

    int refusal() {
        return refusal;
    }

    Map<String, Object> openOf(UUID visitor) {
        var meeting = new HashMap<String, Object>();
        boolean seen = open.containsKey(visitor);
        meeting.put("open", seen || unseen.contains(visitor));
        meeting.put("sessionId", open.get(visitor));
        meeting.put("staffName", seen ? "Bob" : null);
        return meeting;
    }

    Map<String, Object> begin(JsonNode caller, JsonNode body) {
        var session = UUID.randomUUID();
        begun.add(new Begun(
                UUID.fromString(caller.path("sub").asText()),
                UUID.fromString(body.path("staffId").asText()),
                body.path("reason").asText(),
                body.path("url").asText(),
                session));
        return Map.of(
                "open",
                true,
                "sessionId",
                session,
                "staffName",
                body.path("staffName").asText());
    }
}
