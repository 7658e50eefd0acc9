package dev.remotesupport.signaling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the stand-in for session-service knows of queues, and what it is told of the staff's consoles. */
public final class DeskStandIn {

    private final Map<UUID, List<UUID>> queues = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> looks = new ConcurrentHashMap<>();
    private final List<Report> reports = new CopyOnWriteArrayList<>();

    /** One call of {@code POST /internal/desk/seen}. */
    public record Report(UUID organisation, Set<UUID> seen, Set<UUID> gone, long nanoTime) {}

    /** From now on these sessions wait, in this order. */
    public void queue(UUID organisation, List<UUID> sessions) {
        queues.put(organisation, List.copyOf(sessions));
    }

    /** What was asked for, {@code all} or a number, each time. */
    public List<String> looks(UUID organisation) {
        return looks.getOrDefault(organisation, List.of());
    }

    public List<Report> reports(UUID organisation) {
        return reports.stream()
                .filter(report -> report.organisation().equals(organisation))
                .toList();
    }

    public boolean saw(UUID organisation, UUID staff) {
        return reports(organisation).stream().anyMatch(report -> report.seen().contains(staff));
    }

    public boolean missed(UUID organisation, UUID staff) {
        return reports(organisation).stream().anyMatch(report -> report.gone().contains(staff));
    }

    void seen(UUID organisation, JsonNode body) {
        reports.add(new Report(organisation, ids(body.path("staffIds")), ids(body.path("gone")), System.nanoTime()));
    }

    Map<String, Object> look(UUID organisation, String first) {
        looks.computeIfAbsent(organisation, id -> new CopyOnWriteArrayList<>()).add(first);
        List<UUID> waiting = queues.getOrDefault(organisation, List.of());
        int shown = first.equals("all") ? waiting.size() : Math.min(waiting.size(), Integer.parseInt(first));
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < shown; i++) {
            var item = new HashMap<String, Object>();
            item.put("sessionId", waiting.get(i).toString());
            item.put("position", i + 1);
            item.put("expectedWaitSeconds", i == 0 ? null : i * 60);
            items.add(item);
        }
        return Map.of("waiting", waiting.size(), "staffAvailable", true, "items", items);
    }

    private static Set<UUID> ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(id -> UUID.fromString(id.asText()))
                .collect(Collectors.toSet());
    }
}
