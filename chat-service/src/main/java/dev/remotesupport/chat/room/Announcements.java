package dev.remotesupport.chat.room;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be announced next: many changes of one conversation become one. Written as {@code <conversation>:<sequence>},
 * separated by commas, or as {@code *} when too many gathered: then everybody looks at everything.
 */
final class Announcements {

    /** 59 characters each at the most; Postgres takes a payload of fewer than 8,000 bytes. */
    private static final int IN_ONE_PAYLOAD = 130;

    private static final int BOUND = 20_000;
    private static final String EVERYTHING = "*";

    private final Map<UUID, Long> waiting = new LinkedHashMap<>();
    private boolean everything;
    private boolean sending;

    synchronized void add(UUID conversation, long sequence) {
        if (waiting.size() >= BOUND) {
            everything = true;
            waiting.clear();
        }
        if (!everything) {
            waiting.merge(conversation, sequence, Announcements::later);
        }
    }

    /** The next payload, or null when there is none or one is on its way. */
    synchronized String take() {
        if (sending || (waiting.isEmpty() && !everything)) {
            return null;
        }
        sending = true;
        if (everything) {
            everything = false;
            return EVERYTHING;
        }
        var payload = new StringBuilder();
        Iterator<Map.Entry<UUID, Long>> entries = waiting.entrySet().iterator();
        for (int i = 0; i < IN_ONE_PAYLOAD && entries.hasNext(); i++) {
            var entry = entries.next();
            payload.append(i == 0 ? "" : ",").append(entry.getKey()).append(':').append(entry.getValue());
            entries.remove();
        }
        return payload.toString();
    }

    synchronized void sent() {
        sending = false;
    }

    synchronized void notSent(String payload) {
        sending = false;
        read(payload, this::add, () -> everything = true);
    }

    /** Reads a payload; what is no payload of ours is passed over. */
    static void read(String payload, ReplicaBus.Listener each, Runnable all) {
        if (payload.equals(EVERYTHING)) {
            all.run();
            return;
        }
        for (var announcement : payload.split(",")) {
            int colon = announcement.indexOf(':');
            if (colon > 0) {
                each.announced(
                        UUID.fromString(announcement.substring(0, colon)),
                        Long.parseLong(announcement.substring(colon + 1)));
            }
        }
    }

    /** Who reads texts anew looks at everything else too. Of two that were rewritten the first. */
    private static long later(long one, long other) {
        if (one < 0 || other < 0) {
            return one < 0 && other < 0 ? Math.max(one, other) : Math.min(one, other);
        }
        return one == ReplicaBus.LOOK || other == ReplicaBus.LOOK ? ReplicaBus.LOOK : Math.max(one, other);
    }
}
