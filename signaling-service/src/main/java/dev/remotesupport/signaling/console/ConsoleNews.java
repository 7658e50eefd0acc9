package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.event.CallAnswered;
import dev.remotesupport.contracts.event.CallEnded;
import dev.remotesupport.contracts.event.CallEvent;
import dev.remotesupport.contracts.event.CallQueued;
import dev.remotesupport.contracts.event.CallRinging;
import dev.remotesupport.contracts.event.CallTransferred;
import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionEvent;
import dev.remotesupport.contracts.event.SessionIdleWarned;
import dev.remotesupport.contracts.event.SessionOffered;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.signaling.session.SessionStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Passes the suite's events to the open consoles of their organisation, as short news: the console fetches the rest. */
@ApplicationScoped
class ConsoleNews {

    /** Sessions whose holder is remembered, a few megabytes. */
    private static final int HELD = 20_000;

    private final Consoles consoles;
    private final Presence presence;
    private final Holders holders = new Holders(HELD);

    @Inject
    ConsoleNews(Consoles consoles, Presence presence) {
        this.consoles = consoles;
        this.presence = presence;
    }

    void tell(@Observes Event event) {
        switch (event) {
            case SessionEvent change -> session(change);
            case CallEvent change -> call(change);
            case StaffAvailabilityChanged change -> staff(change);
            default -> {}
        }
    }

    /** Who holds a session is noted also when nobody listens yet. */
    private void session(SessionEvent change) {
        switch (change) {
            case SessionAssigned assigned -> holders.took(assigned.sessionId(), assigned.staffId());
            case SessionQueued queued -> holders.released(queued.sessionId());
            case SessionEnded ended -> holders.released(ended.sessionId());
            default -> {}
        }
        if (!consoles.has(change.organisation())) {
            return;
        }
        SessionStates.after(change).ifPresent(state -> changed(change, state));
        switch (change) {
            case SessionOffered offer ->
                consoles.tell(
                        offer.organisation(),
                        offer.staffId(),
                        "offer/" + offer.sessionId(),
                        new ConsoleFromServer.SessionOffered(offer.sessionId(), offer.staffId(), offer.expiresAt()));
            case SessionIdleWarned warned -> idle(warned);
            default -> {}
        }
    }

    private void changed(SessionEvent change, SessionState state) {
        UUID staff = change instanceof SessionOffered offer
                ? offer.staffId()
                : holders.of(change.sessionId()).orElse(null);
        consoles.tell(
                change.organisation(),
                "session/" + change.sessionId(),
                new ConsoleFromServer.SessionChanged(change.sessionId(), state, change.version(), staff));
    }

    private void call(CallEvent change) {
        var news = switch (change) {
            case CallQueued queued -> called(queued, CallState.QUEUED, null);
            case CallRinging ringing ->
                new ConsoleFromServer.CallChanged(
                        ringing.callId(),
                        ringing.sessionId(),
                        CallState.RINGING,
                        ringing.version(),
                        ringing.staffId(),
                        ringing.ringsAt(),
                        ringing.expiresAt());
            case CallAnswered answered -> called(answered, CallState.ACTIVE, answered.staffId());
            case CallTransferred transferred ->
                new ConsoleFromServer.CallChanged(
                        transferred.callId(),
                        transferred.sessionId(),
                        transferred.state(),
                        transferred.version(),
                        transferred.staffId(),
                        transferred.ringsAt(),
                        transferred.expiresAt());
            case CallEnded ended -> called(ended, CallState.after(ended.outcome()), null);
        };
        consoles.tellAtOnce(change.organisation(), "call/" + change.callId(), news);
    }

    private static ConsoleFromServer.CallChanged called(CallEvent change, CallState state, UUID staff) {
        return new ConsoleFromServer.CallChanged(
                change.callId(), change.sessionId(), state, change.version(), staff, null, null);
    }

    private void idle(SessionIdleWarned warned) {
        String lane = "idle/" + warned.sessionId();
        var news = new ConsoleFromServer.SessionIdle(warned.sessionId(), warned.endsAt());
        holders.of(warned.sessionId())
                .ifPresentOrElse(
                        staff -> consoles.tell(warned.organisation(), staff, lane, news),
                        () -> consoles.tell(warned.organisation(), lane, news));
    }

    private void staff(StaffAvailabilityChanged change) {
        consoles.tell(
                change.organisation(),
                "staff/" + change.staffId(),
                new ConsoleFromServer.StaffChanged(change.staffId(), change.availability(), change.connected()));
        if (!change.connected()) {
            presence.doubted(change.organisation(), change.staffId());
        }
    }
}
