package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.session.lifecycle.Session;
import java.util.Arrays;
import java.util.stream.Collectors;

/** By what the list is sorted. Within the same state or name the newest come first. */
enum Sort {
    NEWEST("-requestedAt", "", false),
    OLDEST("requestedAt", "", true),
    STATUS("status", Sort.RANK, true),
    STATUS_BACKWARDS("-status", Sort.RANK, false),
    STAFF("staff", "staff_key", true),
    STAFF_BACKWARDS("-staff", "staff_key", false),
    CUSTOMER("customer", "customer_key", true);

    /** The place of a state in a session's life, from requested to ended. */
    private static final String RANK = "array_position('{requested,queued,offered,active,interrupted,ended}', state)";

    private final String wire;
    private final String key;
    private final boolean ascending;

    Sort(String wire, String key, boolean ascending) {
        this.wire = wire;
        this.key = key;
        this.ascending = ascending;
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Sort of(String wire) {
        return Arrays.stream(values())
                .filter(sort -> sort.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Sort by one of "
                        + Arrays.stream(values()).map(sort -> sort.wire).collect(Collectors.joining(", ")) + "."));
    }

    String wire() {
        return wire;
    }

    /** The column or expression that comes before the time; empty when the time comes first. */
    String key() {
        return key;
    }

    boolean ascending() {
        return ascending;
    }

    boolean isByTime() {
        return key.isEmpty();
    }

    boolean isByState() {
        return key.equals(RANK);
    }

    /** The terms of ORDER BY. */
    String order() {
        return isByTime()
                ? ascending ? "requested_at, id" : "requested_at DESC, id DESC"
                : key + (ascending ? "" : " DESC") + ", requested_at DESC, id DESC";
    }

    /** What a session is sorted by besides its time, as {@link Cursor} keeps it. */
    String keyOf(Session session) {
        return switch (this) {
            case NEWEST, OLDEST -> "";
            case STATUS, STATUS_BACKWARDS -> session.state().wire();
            case STAFF, STAFF_BACKWARDS ->
                session.staff().map(Session.Staff::name).orElse("");
            case CUSTOMER -> session.customer().name();
        };
    }

    /** @throws IllegalArgumentException when no session can have it */
    void check(String keyOfSession) {
        if (isByState()) {
            var unused = SessionState.of(keyOfSession);
        }
    }
}
