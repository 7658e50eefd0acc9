package dev.remotesupport.signaling.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which of one organisation's staff are at a console of this replica, and what of it is due to be told. Times are nanos. */
final class DeskBook {

    /** As often the others are told who is here, changed or not. */
    static final Duration EVERY = Duration.ofSeconds(5);

    /** A page that is loaded again is back by then. */
    static final Duration RETURN = Duration.ofSeconds(3);

    /** Then session-service has noticed by itself that nothing is heard. */
    private static final Duration FORGET = Duration.ofSeconds(30);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Map<UUID, Absence> present = new HashMap<>();
    private final Map<UUID, Long> gone = new HashMap<>();
    private long due;

    /** Here, or since when not. */
    private record Absence(boolean missing, long since) {
        static final Absence NONE = new Absence(false, 0);
    }

    /** Who is here now, and who no longer. */
    record Report(Set<UUID> seen, Set<UUID> gone) {}

    DeskBook(long now) {
        this.due = now;
    }

    /**
     * What is to be told now, if anything.
     *
     * @param heard with a console that was heard just now
     * @param silent with an open console that has not been heard for too long
     */
    synchronized Optional<Report> look(long now, Set<UUID> heard, Set<UUID> silent) {
        boolean news = false;
        for (UUID staff : heard) {
            news |= present.put(staff, Absence.NONE) == null;
            gone.remove(staff);
        }
        for (UUID staff : Set.copyOf(present.keySet())) {
            if (!heard.contains(staff)) {
                news |= misses(staff, silent.contains(staff), now);
            }
        }
        gone.values().removeIf(since -> now - since > FORGET.toNanos());
        if (isEmpty() || !news && now - due < 0) {
            return Optional.empty();
        }
        due = now + EVERY.toNanos();
        return Optional.of(new Report(Set.copyOf(heard), Set.copyOf(gone.keySet())));
    }

    synchronized void delivered(Report report) {
        gone.keySet().removeAll(report.gone());
    }

    synchronized void failed(long now) {
        due = now + RETRY.toNanos();
    }

    /** Somebody thinks otherwise of this member. */
    synchronized boolean contradicts(UUID staff, long now) {
        boolean here = Absence.NONE.equals(present.get(staff));
        if (here) {
            due = now;
        }
        return here;
    }

    synchronized boolean isEmpty() {
        return present.isEmpty() && gone.isEmpty();
    }

    private boolean misses(UUID staff, boolean silent, long now) {
        Absence absence = present.get(staff);
        if (silent || absence.missing() && now - absence.since() >= RETURN.toNanos()) {
            present.remove(staff);
            gone.put(staff, now);
            return true;
        }
        if (!absence.missing()) {
            present.put(staff, new Absence(true, now));
        }
        return false;
    }
}
