package dev.remotesupport.signaling.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * An organisation's queue, or the front of it.
 *
 * @param waiting how many wait altogether
 * @param staffAvailable whether anybody is there to help
 */
record Queue(int waiting, boolean staffAvailable, List<Place> items) {

    Queue {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * Where one session stands.
     *
     * @param staffAvailable whether anybody is there to help this one; null from a service that only knows of all
     * @param expectedWaitSeconds a guess, or null
     */
    record Place(UUID sessionId, int position, Boolean staffAvailable, Integer expectedWaitSeconds) {}

    boolean isStaffAvailableFor(Place place) {
        return Objects.requireNonNullElse(place.staffAvailable(), staffAvailable);
    }

    Map<UUID, Place> bySession() {
        Map<UUID, Place> places = HashMap.newHashMap(items.size());
        items.forEach(place -> places.put(place.sessionId(), place));
        return places;
    }
}
