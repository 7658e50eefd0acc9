package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.signal.SignalFromServer.SessionChanged;
import dev.remotesupport.signaling.grant.Consent;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.session.Admission;
import dev.remotesupport.signaling.session.SessionRoom;
import dev.remotesupport.signaling.session.Sessions;
import dev.remotesupport.signaling.socket.Client;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** How far a room's session has come, learned from session-service and its events. Touched only by the room's loop. */
final class Progress {

    private final Lease lease;
    private final Inheritance inheritance;
    private final Executor loop;
    private final Sessions sessions;
    private final Members members;
    private final Consent consent;
    private final Consumer<Standing> onMove;
    private Standing standing = Standing.UNKNOWN;
    private boolean loading;

    Progress(
            Lease lease,
            Inheritance inheritance,
            Executor loop,
            Sessions sessions,
            Members members,
            Consent consent,
            Consumer<Standing> onMove) {
        this.lease = lease;
        this.inheritance = inheritance;
        this.loop = loop;
        this.sessions = sessions;
        this.members = members;
        this.consent = consent;
        this.onMove = onMove;
    }

    Standing standing() {
        return standing;
    }

    /** Whether the event is news. */
    boolean hears(SessionEvent event) {
        Standing before = standing;
        standing = standing.after(event);
        return before != standing;
    }

    /** Tells those in the room that the session is not where it was. */
    void moved(SessionState from) {
        if (from != standing.state()) {
            members.tellAll(new SessionChanged(standing.state(), null));
        }
        onMove.accept(standing);
    }

    /** An answer from before the newest event says nothing about the grants: it is asked for again. */
    void learn(Admission admission) {
        if (standing.known()
                || !(admission instanceof Admission.Admitted(SessionRoom room))
                || room.version() < standing.version()) {
            return;
        }
        SessionState before = standing.state();
        standing = standing.loaded(room);
        consent.load(room.grants(), inheritance.withdrawn());
        moved(before);
    }

    void loadIfUnknown() {
        if (!standing.known() && !loading) {
            members.anybody().ifPresent(this::load);
        }
    }

    private void load(Client client) {
        loading = true;
        sessions.admit(lease.session(), client.authorization())
                .emitOn(loop)
                .subscribe()
                .with(admission -> {
                    loading = false;
                    learn(admission);
                });
    }
}
