package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.signaling.session.SessionRoom;
import dev.remotesupport.signaling.session.SessionStates;

/**
 * How a room's session stands, as far as this replica knows. Until session-service has been asked it counts as
 * interrupted: somebody is here, and nothing is granted.
 */
record Standing(SessionState state, long version, boolean known) {

    static final Standing UNKNOWN = new Standing(SessionState.INTERRUPTED, 0, false);

    Standing loaded(SessionRoom room) {
        return version > room.version()
                ? new Standing(state, version, true)
                : new Standing(room.state(), room.version(), true);
    }

    /** What an event changes; old news change nothing. */
    Standing after(SessionEvent event) {
        return event.version() <= version
                ? this
                : new Standing(SessionStates.after(event).orElse(state), event.version(), known);
    }
}
