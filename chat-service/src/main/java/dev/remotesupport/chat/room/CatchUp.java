package dev.remotesupport.chat.room;

import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.message.MessageHistory.News;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fetches what rooms are missing: one query at a time for each organisation, for all rooms that asked meanwhile. While
 * Postgres is away it keeps trying.
 */
final class CatchUp {

    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Map<UUID, Set<Room>> wanting = new HashMap<>();
    private final Set<UUID> busy = new HashSet<>();
    private final MessageHistory history;
    private final int page;

    CatchUp(MessageHistory history, int page) {
        this.history = history;
        this.page = page;
    }

    /** Sees to it that the room gets everything that is committed now. */
    void want(Room room) {
        synchronized (this) {
            wanting.computeIfAbsent(room.organisation(), id -> new HashSet<>()).add(room);
        }
        next(room.organisation());
    }

    private void next(UUID organisation) {
        var rooms = take(organisation);
        if (!rooms.isEmpty()) {
            var editions = rooms.stream().collect(Collectors.toMap(room -> room, Room::edition));
            var unused = Uni.createFrom()
                    .deferred(() -> history.news(
                            organisation,
                            rooms.stream().collect(Collectors.toMap(Room::conversation, Room::last)),
                            page))
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                    .indefinitely()
                    .subscribe()
                    .with(news -> learned(organisation, editions, news));
        }
    }

    private synchronized List<Room> take(UUID organisation) {
        if (!wanting.containsKey(organisation) || !busy.add(organisation)) {
            return List.of();
        }
        return List.copyOf(wanting.remove(organisation));
    }

    private void learned(UUID organisation, Map<Room, Integer> editions, Map<UUID, News> news) {
        editions.forEach((room, edition) -> {
            var found = news.get(room.conversation());
            if (found != null
                    && (!room.learn(found, edition) || found.messages().size() == page)) {
                want(room);
            }
        });
        synchronized (this) {
            busy.remove(organisation);
        }
        next(organisation);
    }
}
