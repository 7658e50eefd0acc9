package dev.remotesupport.signaling.session;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.GrantExpired;
import dev.remotesupport.contracts.event.GrantGiven;
import dev.remotesupport.contracts.event.GrantRevoked;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.contracts.event.SessionInterrupted;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.SessionRated;
import dev.remotesupport.contracts.event.SessionRequested;
import dev.remotesupport.contracts.event.SessionResumed;
import java.util.Optional;

/** What a session's events say of its state. */
public final class SessionStates {

    private SessionStates() {}

    /** The state that a session is in after the event; empty when the event does not change it. */
    public static Optional<SessionState> after(SessionEvent event) {
        return switch (event) {
            case SessionRequested requested -> Optional.of(SessionState.REQUESTED);
            case SessionQueued queued -> Optional.of(SessionState.QUEUED);
            case SessionOffered offered -> Optional.of(SessionState.OFFERED);
            case SessionAssigned assigned -> Optional.of(SessionState.ACTIVE);
            case SessionInterrupted interrupted -> Optional.of(SessionState.INTERRUPTED);
            case SessionResumed resumed -> Optional.of(SessionState.ACTIVE);
            case SessionEnded ended -> Optional.of(SessionState.ENDED);
            case SessionIdleWarned warned -> Optional.empty();
            case SessionRated rated -> Optional.empty();
            case GrantGiven given -> Optional.empty();
            case GrantRevoked revoked -> Optional.empty();
            case GrantExpired expired -> Optional.empty();
        };
    }
}
