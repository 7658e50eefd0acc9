package dev.remotesupport.signaling.visitor;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A technician's request to see a visitor's page. */
record AccessRequest(
        UUID id,
        UUID visitor,
        UUID staff,
        String staffName,
        String reason,
        String state,
        Optional<String> detail,
        Optional<UUID> session,
        Instant expiresAt) {

    static final String OPEN = "open";
    static final String ALLOWED = "allowed";
    static final String DENIED = "denied";
    static final String EXPIRED = "expired";
    static final String FAILED = "failed";

    boolean isClosed() {
        return state.equals(ALLOWED) || state.equals(DENIED) || state.equals(EXPIRED) || state.equals(FAILED);
    }

    /** As it stands then: nobody writes down that a time is over. */
    String stateAt(Instant now) {
        return state.equals(OPEN) && !now.isBefore(expiresAt) ? EXPIRED : state;
    }
}
