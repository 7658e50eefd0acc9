package dev.remotesupport.session.invitation;

import dev.remotesupport.session.lifecycle.Session.Staff;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A code that a technician has made, without the code. */
record Invitation(
        UUID id, Staff staff, Optional<String> subject, Instant expiresAt, boolean withdrawn, Optional<UUID> session) {

    /** What has become of it. */
    enum State {
        OPEN,
        USED,
        EXPIRED,
        WITHDRAWN
    }

    State state(Instant now) {
        if (session.isPresent()) {
            return State.USED;
        }
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
