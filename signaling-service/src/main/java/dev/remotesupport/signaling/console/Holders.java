package dev.remotesupport.signaling.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has which session, as far as this replica has heard since it started. Sessions that nothing was heard of for longest
 * are forgotten first: what is told for one member of the staff then goes to all, who know themselves what is theirs.
 */
final class Holders {

    private final int bound;
    private final Map<UUID, UUID> staffBySession = new LinkedHashMap<>(16, 0.75f, true);

    Holders(int bound) {
        this.bound = bound;
    }

    synchronized void took(UUID session, UUID staff) {
        staffBySession.put(session, staff);
        if (staffBySession.size() > bound) {
            staffBySession.remove(staffBySession.keySet().iterator().next());
        }
    }

    synchronized void released(UUID session) {
        staffBySession.remove(session);
    }

    synchronized Optional<UUID> of(UUID session) {
        return Optional.ofNullable(staffBySession.get(session));
    }
}
